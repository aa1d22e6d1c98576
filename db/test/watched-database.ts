import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Database } from '../client'

/** What one guarded transaction sent: its role, every statement with its values. */
export type Seen = { role: string; statements: { text: string; values: string }[] }

/**
 * A handle like the portal's own that remembers every transaction. Verbs must run one after the other: a transaction ends
 * where the next begins.
 */
export function watchedDatabase(url: string): Database & { seen: Seen[] } {
  const seen: Seen[] = []
  const pool = postgres(url, { max: 4, connection: { role: 'ilium_app' }, onnotice: () => {} })
  const logQuery = (text: string, params: unknown[]) => {
    const begins = /^set local role ilium_(\w+)$/.exec(text)
    if (begins) seen.push({ role: begins[1] ?? '', statements: [] })
    else seen.at(-1)?.statements.push({ text, values: JSON.stringify(params) })
  }
  return { handle: drizzle(pool, { logger: { logQuery } }), pool, close: () => pool.end({ timeout: 5 }), seen }
}
