import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Runs on any Node from 20.11 on and depends on nothing: it is what installs the dependencies.
 * Everything it says goes to stderr, so that the stdout of a command holds its result only.
 */

export const root = fileURLToPath(new URL('..', import.meta.url))
const wantedMajor = 24
const local = join(root, 'node_modules', '.bin')
const installedList = join(root, 'node_modules', '.package-lock.json')
const patches = join(root, 'patches')

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`)

/** @param {string} path */
function packagesOf(path) {
  /** @type {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */
  const packages = JSON.parse(readFileSync(path, 'utf8')).packages
  return packages
}

/** Whether node_modules holds exactly the versions of package-lock.json; packages for other platforms do not count. */
function isInstalled() {
  if (!existsSync(installedList) || !existsSync(join(local, 'node'))) return false
  const installed = packagesOf(installedList)
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true
    const present = installed[path]
    if (!present) return wanted.optional === true
    return present.version === wanted.version && (!wanted.integrity || present.integrity === wanted.integrity)
  })
}

/** Whether a patch of a dependency is newer than the installation. */
function hasNewPatch() {
  if (!existsSync(patches)) return false
  const installed = statSync(installedList).mtimeMs
  return readdirSync(patches).some((name) => statSync(join(patches, name)).mtimeMs > installed)
}

/** Applies patches that came after the installation; false when one does not fit what is installed. */
function applyPatches() {
  const result = spawnSync(join(local, 'patch-package'), ['--error-on-fail'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) return false
  utimesSync(installedList, new Date(), new Date())
  return true
}

/** Runs `work` while no other copy of these scripts does, waiting for one that is at it. @param {() => void} work */
function alone(work) {
  const lock = join(root, '.cache', 'install.lock')
  mkdirSync(join(root, '.cache'), { recursive: true })
  for (let waited = 0; ; waited += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    }
    if (waited === 0) say('Another command is installing the dependencies: waiting for it …')
    if (!holderLives(lock)) rmSync(lock, { force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
  }
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** @param {string} lock */
function holderLives(lock) {
  try {
    const tooOld = Date.now() - statSync(lock).mtimeMs > 15 * 60_000
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return !tooOld
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** The environment for npm itself: without this project's own Node, which `npm ci` replaces while it runs. */
function npmEnvironment() {
  const PATH = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes(`node_modules${process.platform === 'win32' ? '\\' : '/'}.bin`))
    .join(delimiter)
  return { ...process.env, PATH }
}

function npmCi() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const result = spawnSync('npm', args, {
    cwd: root,
    env: npmEnvironment(),
    stdio: ['ignore', 2, 2],
  })
  if (result.status === 0) return
  say(
    'The dependencies could not be installed. The lines above say why: most often there is no network, or the disk is ' +
      'full. Nothing else was changed; run the same command again once that is solved.',
  )
  process.exit(1)
}

/** Installs what package-lock.json asks for when it is not there yet. */
export function install() {
  if (isInstalled() && !hasNewPatch()) return
  alone(() => {
    if (isInstalled() && (!hasNewPatch() || applyPatches())) return
    const started = Date.now()
    say('Installing the dependencies (npm ci; about a minute the first time) …')
    npmCi()
    say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
  })
}

/** @param {string | undefined} version */
const isNewEnough = (version) => Number(version?.replace(/^v?(\d+).*/s, '$1')) >= wantedMajor

/** The Node the portal runs on: the one among the dependencies, else, where that one cannot run, this one. */
export function portalNode() {
  const node = join(local, 'node')
  if (realpathSync(process.execPath) === realpathSync(node)) return process.execPath
  if (isNewEnough(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout)) return node
  if (isNewEnough(process.versions.node)) return process.execPath
  say(
    `Node ${wantedMajor} was installed among the dependencies but does not run here. Install Node ${wantedMajor} or newer, ` +
      'remove the folder node_modules, and run the same command again.',
  )
  process.exit(1)
}
