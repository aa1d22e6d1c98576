import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { PlainFailure } from './plain-failure'
import { say } from './say'

/** The user that the database server runs as; empty when it is simply the user who runs the portal. */
export type Account = { uid?: number; gid?: number }

const isRoot = () => process.getuid?.() === 0

function accountNamed(name: string): Account | null {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
  } catch {
    return null
  }
}

function tries(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** PostgreSQL refuses to run as root: root gets the system user `postgres`, made when it is missing, else `nobody`. */
function accountForRoot(): Account {
  const present = accountNamed('postgres')
  if (present) return present
  const made =
    tries('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']) ||
    tries('adduser', ['-S', '-D', '-H', 'postgres'])
  if (made) say('  Made the system user postgres, because PostgreSQL refuses to run as root.')
  const account = accountNamed('postgres') ?? accountNamed('nobody')
  if (account) return account
  throw new PlainFailure(
    'PostgreSQL refuses to run as root, and no user could be made for it. Run the portal as an ordinary user, or set DATABASE_URL.',
  )
}

/** The account for a database folder: its owner when it exists, so that a folder made by one user is not lost to another. */
export function databaseAccount(folder: string): Account {
  if (!isRoot()) return {}
  try {
    const { uid, gid } = statSync(folder)
    if (uid !== 0) return { uid, gid }
  } catch {
    return accountForRoot()
  }
  return accountForRoot()
}

/** Whether the account may pass through every folder on the way to an existing `path`. */
export function canReach(account: Account, path: string): boolean {
  if (account.uid === undefined) return true
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode
    if ((bits & 1) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
