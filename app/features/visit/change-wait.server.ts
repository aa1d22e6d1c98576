import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { lockVisit } from '@db/lock-visit'
import { waitingEntries } from '@db/schema/visits'
import { refuse } from '~/domain/refusal'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

type Change = { did: 'visit.step_away' | 'visit.come_back' | 'visit.beat'; awaySince?: Date | null; quiet?: boolean }

/** One change of the own waiting entry of a patient who waits; refuses `missing` and `not_waiting`. */
export function changeWait(context: Context, visitId: string, { did, awaySince, quiet }: Change) {
  return transact(context, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    if (!visit || !mayInVisit.wait(context.actor, visit)) return refuse('missing', 'There is no such visit.')
    if (visit.state !== 'waiting') return refuse('not_waiting', 'You are not in the waiting room now.')
    await tx
      .update(waitingEntries)
      .set({ lastSeenAt: context.now, ...(awaySince === undefined ? {} : { awaySince }) })
      .where(and(eq(waitingEntries.visitId, visitId), isNull(waitingEntries.leftAt)))
    await recordAudit(tx, context, { did, patientId: visit.patientId, thing: 'visit', thingId: visitId })
    if (!quiet) await announce(tx, { topic: 'visit', patientId: visit.patientId, visitId })
    return { visitId }
  })
}
