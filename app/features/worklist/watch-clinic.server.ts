import { and, asc, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { intakes, urgentItems } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { todayRows } from './today-rows'
import { waitingRows } from './waiting-rows'

/**
 * What every page of a provider must show at once: who waits in the own waiting room, which emergency nobody of the
 * clinic has taken, and who is next today.
 */
export async function watchClinic(context: Context) {
  return transact(context, async (tx) => {
    if (!may.readWorklist(context.actor)) return refuse('no_worklist', 'There is no such page.')
    const waiting = await waitingRows(tx, context)
    const pages = await tx
      .select({
        itemId: urgentItems.id,
        patientId: urgentItems.patientId,
        name: people.name,
        bornOn: people.bornOn,
        phone: people.phone,
        questionKey: urgentItems.questionKey,
        instrumentVersion: intakes.instrumentVersion,
        code: urgentItems.code,
        openedAt: urgentItems.openedAt,
        dueAt: urgentItems.dueAt,
      })
      .from(urgentItems)
      .innerJoin(people, eq(people.id, urgentItems.patientId))
      .leftJoin(intakes, eq(intakes.id, urgentItems.sourceId))
      .where(and(eq(urgentItems.urgency, 'emergency'), isNull(urgentItems.ownerId), isNull(urgentItems.closedAt)))
      .orderBy(asc(urgentItems.dueAt))
    const later = (await todayRows(tx, context)).filter((visit) => visit.state === 'booked')
    const shown = [...waiting, ...pages, ...later.slice(0, 1)]
    await recordAudit(
      tx,
      context,
      [...new Set(shown.map((row) => row.patientId))].map((patientId) => ({ did: 'worklist.watch', patientId })),
    )
    return { now: context.now, waiting, pages, nextBooked: later[0] ?? null }
  })
}
