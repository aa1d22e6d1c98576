import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Child, launch, tailOf } from './child'
import { databaseAccount } from './database-account'
import { endStrayServer, ensureCluster } from './database-cluster'
import { databaseFolder, databasePrograms } from './database-files'
import { connect, demandDurability } from './database-settings'
import { noteStarted } from './leftovers'
import { PlainFailure } from './plain-failure'
import { secretsOf } from './secrets'

export type RunningDatabase = {
  url: string
  /** Settles with how the server ended; never settles for a server that someone else runs. */
  ended: Promise<string>
  /** Ends our own server after every open transaction was rolled back and everything committed is on disk. */
  stop: () => Promise<void>
  /** Creates an empty database of that name, with the same owner, and returns its address. Our own server only. */
  createDatabase: (name: string) => Promise<string>
}

const patience = { seconds: 120 }

/** Loopback only, no socket file, and no value of a row in the log. */
const flags = (port: number) =>
  Object.entries({
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** The address of a database on the embedded server, as the portal's own role. */
export const embeddedUrl = (password: string, port: number, name: string) =>
  `postgres://ilium:${password}@127.0.0.1:${port}/${name}`

function explain(log: string, port: number, folder: string): PlainFailure {
  const said = tailOf(log, 20)
  if (/could not bind|Address already in use/.test(said)) {
    return new PlainFailure(
      `Port ${port}, which the database needs, is in use by another program. Choose another PORT.`,
    )
  }
  if (/No space left on device/.test(said)) {
    return new PlainFailure(
      `The disk that holds ${folder} is full: the database cannot run. Make room and start again.`,
    )
  }
  if (/Permission denied|wrong ownership/.test(said)) {
    return new PlainFailure(
      `The database files in ${folder} belong to another user. Run the portal as the user who made them.`,
    )
  }
  return new PlainFailure(`The database would not start. The last lines of ${log}:\n\n${said}`)
}

/** Waits until this server, and no other on its port, says in its log that it is ready; recovery after a crash is waited for. */
async function ready(log: string, server: Child, failure: () => PlainFailure, signal: AbortSignal): Promise<void> {
  const until = Date.now() + patience.seconds * 1000
  while (!tailOf(log, 50).includes('ready to accept connections')) {
    if (server.hasEnded() || Date.now() > until) throw failure()
    await wait(50, undefined, { signal })
  }
}

/** The portal's own role is no superuser: what it must not do, it cannot. */
async function ensureDatabase(adminUrl: string, name: string, password: string): Promise<void> {
  const sql = connect(adminUrl)
  try {
    const [role] = await sql`select from pg_roles where rolname = 'ilium'`
    if (!role) await sql.unsafe(`create role ilium login createdb createrole password '${password}'`)
    const [database] = await sql`select from pg_database where datname = ${name}`
    if (!database) await sql`create database ${sql(name)} owner ilium`
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error
    throw new PlainFailure(
      'The database does not accept the password that secrets.json keeps beside it: the two come from different copies.',
    )
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Starts the embedded PostgreSQL on the loopback interface, its files in `postgres` of the data directory. */
export async function startPostgres(options: {
  dataDir: string
  port: number
  signal: AbortSignal
}): Promise<RunningDatabase> {
  const { dataDir, port, signal } = options
  const secrets = secretsOf(dataDir)
  const account = databaseAccount(join(dataDir, 'postgres'))
  const programs = databasePrograms(account)
  const folder = databaseFolder(dataDir, account)
  await ensureCluster({ ...programs, folder, account, adminPassword: secrets.databaseAdminPassword })
  await endStrayServer(folder)

  const log = join(dataDir, 'postgres.log')
  const start = () => {
    const server = launch({
      command: programs.postgres,
      args: ['-D', folder, ...flags(port)],
      ...account,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      log,
    })
    noteStarted(dataDir, 'postgres', server.record, 'SIGINT')
    return server
  }
  const adminUrl = `postgres://postgres:${secrets.databaseAdminPassword}@127.0.0.1:${port}/postgres`
  const createDatabase = async (name: string) => {
    await ensureDatabase(adminUrl, name, secrets.databasePassword)
    return embeddedUrl(secrets.databasePassword, port, name)
  }

  let server = start()
  const stop = () => server.stop('SIGINT', { milliseconds: 30_000 }, 'SIGQUIT')
  try {
    const failure = () => explain(log, port, folder)
    for (let attempt = 0; ; attempt += 1) {
      try {
        await ready(log, server, failure, signal)
        break
      } catch (error) {
        const lingering = /pre-existing shared memory block/.test(tailOf(log, 20))
        if (!lingering || attempt === 20) throw error
        await wait(500, undefined, { signal })
        server = start()
      }
    }
    const url = await createDatabase('ilium')
    await demandDurability(adminUrl, true)
    return { url, ended: server.ended, stop, createDatabase }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A database that someone else runs: checked to answer, to be new enough and to keep what it acknowledges. */
export async function useDatabase(url: string): Promise<RunningDatabase> {
  const parts = URL.parse(url)
  if (!parts || !/^postgres(ql)?:$/.test(parts.protocol)) {
    throw new PlainFailure(
      'DATABASE_URL is no database address. It looks like postgres://user:password@host:5432/name.',
    )
  }
  const where = `${parts.hostname}:${parts.port || '5432'}${parts.pathname}`
  const sql = connect(url)
  try {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`
    if (row && row.version < 150_000)
      throw new PlainFailure(`The database at ${where} is too old: PostgreSQL 15 or newer is needed.`)
  } catch (error) {
    if (error instanceof PlainFailure) throw error
    const { code, message } = error as { code?: string; message: string }
    throw new PlainFailure(
      `DATABASE_URL points to ${where}, and no database can be used there (${code ?? message}). Start that database or correct ` +
        'DATABASE_URL; without DATABASE_URL, npm start brings its own.',
    )
  } finally {
    await sql.end({ timeout: 1 })
  }
  await demandDurability(url, false)
  const createDatabase = () => Promise.reject(new PlainFailure('Databases are created on the embedded server only.'))
  return { url, ended: new Promise(() => {}), stop: async () => {}, createDatabase }
}
