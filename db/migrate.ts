import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations as migrateWorker } from 'graphile-worker'
import postgres from 'postgres'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Brings the database at `url` to the newest schema; safe to run again and from two instances at once. */
export async function migrate(url: string): Promise<void> {
  const pool = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await pool`select pg_advisory_lock(4716321)`
    await migrateWorker({ connectionString: url })
    await runMigrations(drizzle(pool), { migrationsFolder: folder })
  } finally {
    await pool.end({ timeout: 5 })
  }
}
