import { and, asc, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { notes, visits } from '@db/schema/visits'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { todayRows } from './today-rows'

/** A provider's day: the visits of today and the ended visits whose note is not signed, oldest first. */
export async function worklist(context: Context) {
  return transact(context, async (tx) => {
    if (!may.readWorklist(context.actor)) return refuse('no_worklist', 'There is no such page.')
    const today = await todayRows(tx, context)
    const unsigned = await tx
      .select({
        visitId: visits.id,
        patientId: visits.patientId,
        name: people.name,
        kind: visits.kind,
        startsAt: visits.startsAt,
        endedAt: visits.endedAt,
      })
      .from(visits)
      .innerJoin(people, eq(people.id, visits.patientId))
      .leftJoin(notes, eq(notes.visitId, visits.id))
      .where(and(eq(visits.providerId, context.actor.id), eq(visits.state, 'ended'), isNull(notes.signedAt)))
      .orderBy(asc(visits.endedAt))
    await recordAudit(
      tx,
      context,
      [...new Set([...today, ...unsigned].map((row) => row.patientId))].map((patientId) => ({
        did: 'worklist.read',
        patientId,
      })),
    )
    return { today, unsigned }
  })
}
