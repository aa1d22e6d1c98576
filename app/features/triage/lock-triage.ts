import { sql } from 'drizzle-orm'
import type { Tx } from '@db/client'

/** Whoever decides or reads anew of one intake waits here for whoever does so now, until the transaction ends. */
export async function lockTriage(tx: Tx, intakeId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('triage ' || ${intakeId}::text, 0))`)
}

/** When an event is written: now, and in any case after everything that was said before it. */
export function momentAfter(newest: Date | null, now: Date): Date {
  return newest && newest >= now ? new Date(newest.getTime() + 1) : now
}
