import { eq, sql } from 'drizzle-orm'
import { visitorActor } from '~/domain/people/actor'
import type { Database } from './client'
import { attempts } from './schema/people'
import { withTx } from './tx'

const window = { minutes: 15 }

/** Counts one attempt under each key, committed whatever follows, and tells whether all stay within their limit. */
export function withinLimits(database: Database, counted: readonly { key: string; limit: number }[]): Promise<boolean> {
  const seconds = window.minutes * 60
  return withTx(database, visitorActor, async (tx) => {
    const rows = await tx
      .insert(attempts)
      .values(
        counted
          .toSorted((a, b) => a.key.localeCompare(b.key))
          .map(({ key }) => ({
            key,
            windowStart: sql`to_timestamp(floor(extract(epoch from clock_timestamp()) / ${seconds}) * ${seconds})`,
            count: 1,
          })),
      )
      .onConflictDoUpdate({ target: [attempts.key, attempts.windowStart], set: { count: sql`${attempts.count} + 1` } })
      .returning({ key: attempts.key, count: attempts.count })
    return counted.every(({ key, limit }) => (rows.find((row) => row.key === key)?.count ?? 1) <= limit)
  })
}

/** A success wipes the slate of this key. */
export function forgetAttempts(database: Database, key: string): Promise<void> {
  return withTx(database, visitorActor, async (tx) => {
    await tx.delete(attempts).where(eq(attempts.key, key))
  })
}
