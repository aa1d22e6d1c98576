import type { Database } from './client'
import journal from './migrations/meta/_journal.json'

/** Whether the database answers and has every migration this code knows. */
export async function isReady(database: Database): Promise<{ database: boolean; migrations: boolean }> {
  const rows = await database.pool<{ applied: string }[]>`select app.migrations_applied() as applied`
  return { database: true, migrations: Number(rows[0]?.applied ?? 0) >= journal.entries.length }
}
