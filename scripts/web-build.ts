import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './file-lock'
import { root, runTool } from './run-tool'
import { say, step } from './say'

const folders = ['app', 'db', 'public']
const files = ['package-lock.json', 'remix.config.js', 'tsconfig.json', 'vite.config.ts']

/** One number for everything that the built pages and the built server depend on. */
function inputs(): string {
  const hash = createHash('sha256')
  const within = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
  for (const path of [...within.toSorted(), ...files.map((file) => join(root, file))]) {
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

const stamp = join(root, 'build', '.inputs')

function isUpToDate(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs()
}

/** Builds the pages and the server into `build/`, unless what is there was built from these very files. */
export async function buildWeb(dataDir: string, signal: AbortSignal): Promise<void> {
  if (isUpToDate()) return
  const onWait = () => say('  … Another command is building the portal: waiting for it')
  await withLock(join(root, '.cache', 'build.lock'), { note: 'build', onWait, signal }, async () => {
    if (isUpToDate()) return
    rmSync(stamp, { force: true })
    const from = inputs()
    await step('Building the portal', () =>
      runTool('Building the portal', process.execPath, [join(root, 'node_modules', '.bin', 'remix'), 'vite:build'], {
        env: { ...process.env, NODE_ENV: 'production' },
        log: join(dataDir, 'build.log'),
        minutes: 10,
        signal,
      }),
    )
    writeFileSync(stamp, from)
  })
}
