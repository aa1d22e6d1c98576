import { execFile } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './database-account'
import { PlainFailure } from './plain-failure'
import { isRunning, processIdentity } from './process-identity'
import { setTimeout as wait } from 'node:timers/promises'

const run = promisify(execFile)

type Cluster = { folder: string; account: Account; initdb: string; major: string; adminPassword: string }

function give(path: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid)
}

/** Creates the database files beside their final place and moves them there whole: a killed attempt leaves nothing half made. */
async function create({ folder, account, initdb, adminPassword }: Cluster): Promise<void> {
  const half = `${folder}.new`
  const secretly = mkdtempSync(join(tmpdir(), 'ilium-'))
  try {
    rmSync(half, { recursive: true, force: true })
    mkdirSync(half, { mode: 0o700 })
    const passwordFile = join(secretly, 'password')
    writeFileSync(passwordFile, `${adminPassword}\n`, { mode: 0o600 })
    for (const path of [half, passwordFile, secretly]) give(path, account)
    const asked = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const env = { ...process.env, LC_ALL: 'C' }
    await run(initdb, [`--pgdata=${half}`, ...asked, ...locale], { ...account, cwd: '/', env })
    renameSync(half, folder)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    if (/No space left on device|ENOSPC/.test(said)) {
      throw new PlainFailure(
        `The disk that holds ${folder} is full: the database could not be created. Make room and start again.`,
      )
    }
    throw new PlainFailure(`The database could not be created in ${folder}:\n\n${said.trim()}`)
  } finally {
    rmSync(secretly, { recursive: true, force: true })
  }
}

function majorOf(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return null
    throw new PlainFailure(
      `The database files in ${folder} cannot be read (${code}). Run the portal as the user who made them, or choose another DATA_DIR.`,
    )
  }
}

/** Makes sure that database files of the right version are in their folder. Returns true when they were made just now. */
export async function ensureCluster(cluster: Cluster): Promise<boolean> {
  const present = majorOf(cluster.folder)
  if (present === null) {
    await create(cluster)
    return true
  }
  if (present === cluster.major) return false
  throw new PlainFailure(
    `The database files in ${cluster.folder} were made by PostgreSQL ${present}; this version of the portal brings ` +
      `PostgreSQL ${cluster.major}. Save them with pg_dump of version ${present} and restore them into an empty DATA_DIR, ` +
      'or move the folder away to begin anew.',
  )
}

function isServerOf(folder: string, pid: number): boolean {
  if (process.platform !== 'linux') return processIdentity(pid) !== null
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return words.some((word) => /(^|\/)postgres$/.test(word)) && words.includes(folder)
  } catch {
    return false
  }
}

/**
 * Ends a database server that an earlier run left on these files: nothing that was acknowledged is lost. A PID file whose
 * process is gone, or is another program by now, is removed.
 */
export async function endStrayServer(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid')
  let pid: number
  try {
    pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  } catch {
    return
  }
  const identity = processIdentity(pid)
  if (identity === null || !isServerOf(folder, pid)) {
    rmSync(pidFile, { force: true })
    return
  }
  process.kill(pid, 'SIGINT')
  for (let poll = 0; poll < 300 && isRunning({ pid, identity }); poll += 1) await wait(100)
  if (isRunning({ pid, identity })) {
    throw new PlainFailure(
      `A database server (process ${pid}) still runs on ${folder} and does not end. End it and start again.`,
    )
  }
}
