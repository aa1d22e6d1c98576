import { drizzle } from 'drizzle-orm/postgres-js'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import postgres from 'postgres'

const seconds = (count: number) => count * 1000

/** Statements and locks never hang: a request fails clearly instead. */
const limits = {
  statement_timeout: seconds(5),
  lock_timeout: seconds(2),
  idle_in_transaction_session_timeout: seconds(10),
}

type Schema = Record<string, never>
export type Tx = PgTransaction<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>
export type Database = ReturnType<typeof openDatabase>

/**
 * A pool whose connections start as `ilium_app`, a role that may read and write nothing:
 * only `withTx` gives a statement the rights of its actor.
 */
export function openDatabase(url: string, options: { connections?: number; prepare?: boolean } = {}) {
  const pool = postgres(url, {
    max: options.connections ?? 10,
    prepare: options.prepare ?? true,
    connection: { application_name: 'ilium', role: 'ilium_app', ...limits },
    onnotice: () => {},
  })
  const handle = drizzle(pool)
  return {
    handle,
    pool,
    close: () => pool.end({ timeout: 5 }),
  }
}
