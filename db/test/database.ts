import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll } from 'vitest'
import { openDatabase } from '../client'
import type { Database } from '../client'
import { migrate } from '../migrate'

function adminUrl(): string {
  const url = process.env['TEST_DATABASE_URL']
  if (!url) throw new Error('TEST_DATABASE_URL is not set: `npm test` starts a PostgreSQL and sets it.')
  return url
}

function withName(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}

const folder = fileURLToPath(new URL('../migrations', import.meta.url))
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('')
const template = `ilium_template_${createHash('sha256').update(migrations).digest('hex').slice(0, 12)}`

/** Creates the migrated template once per run; every worker waits for the first. */
async function ensureTemplate(admin: postgres.Sql): Promise<void> {
  await admin`select pg_advisory_lock(7716321)`
  try {
    const [found] = await admin`select 1 from pg_database where datname = ${template}`
    if (found) return
    const draft = `${template}_draft_${randomUUID().slice(0, 8)}`
    await admin`create database ${admin(draft)}`
    await migrate(withName(adminUrl(), draft))
    await admin`alter database ${admin(draft)} rename to ${admin(template)}`
  } finally {
    await admin`select pg_advisory_unlock(7716321)`
  }
}

/** Only a superuser may end a superuser's process, as autovacuum's are; without force PostgreSQL asks those to leave and waits. */
async function drop(admin: postgres.Sql, name: string): Promise<void> {
  try {
    await admin`drop database if exists ${admin(name)} with (force)`
  } catch (error) {
    const isForbidden = error instanceof postgres.PostgresError && error.code === '42501'
    if (!isForbidden) throw error
    await admin`drop database if exists ${admin(name)}`
  }
}

export type TestDatabase = {
  /** The portal's own handle: no rights outside `withTx`. */
  readonly app: Database
  /** The owner's connection, for preparing and inspecting rows past every policy. */
  readonly owner: postgres.Sql
  readonly url: string
}

/** A database of its own for this test file, cloned from the migrated template and dropped at the end. */
export function testDatabase(): TestDatabase {
  const name = `ilium_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  const held: { app?: Database; owner?: postgres.Sql } = {}
  beforeAll(async () => {
    const admin = postgres(adminUrl(), { max: 1, onnotice: () => {} })
    try {
      await ensureTemplate(admin)
      await admin`create database ${admin(name)} template ${admin(template)}`
    } finally {
      await admin.end()
    }
    held.app = openDatabase(withName(adminUrl(), name), { connections: 20 })
    held.owner = postgres(withName(adminUrl(), name), { max: 2, onnotice: () => {} })
  }, 60_000)
  afterAll(async () => {
    await held.app?.close()
    await held.owner?.end()
    const admin = postgres(adminUrl(), { max: 1, onnotice: () => {} })
    await drop(admin, name)
    await admin.end()
  })
  const ready = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The test database opens in beforeAll: use it inside tests.')
    return value
  }
  return {
    get app() {
      return ready(held.app)
    },
    get owner() {
      return ready(held.owner)
    },
    url: withName(adminUrl(), name),
  }
}
