import { eq, ne, sql } from 'drizzle-orm'
import { systemActor } from '~/domain/people/actor'
import type { Database } from './client'
import { people } from './schema/people'
import { clinicClock } from './schema/records'
import { withTx } from './tx'

/** What in this database forbids production, one sentence each: demo accounts or a moved clock. */
export function demoTraces(database: Database): Promise<string[]> {
  return withTx(database, systemActor, async (tx) => {
    const [demo] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(people)
      .where(eq(people.demo, true))
    const moved = await tx.select({ id: clinicClock.id }).from(clinicClock).where(ne(clinicClock.aheadSeconds, 0))
    return [
      ...(demo && demo.count > 0 ? [`The database holds ${demo.count} demo accounts.`] : []),
      ...(moved.length > 0 ? ['The clock of this database was moved.'] : []),
    ]
  })
}
