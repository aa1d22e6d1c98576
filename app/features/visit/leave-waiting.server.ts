import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { lockVisit } from '@db/lock-visit'
import { visits, waitingEntries } from '@db/schema/visits'
import { refuse } from '~/domain/refusal'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** The patient gives the place in the waiting room up; the booking stays and they may come in again. */
export function leaveWaiting(context: Context, { visitId }: { visitId: string }) {
  return transact(context, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    if (!visit || !mayInVisit.wait(context.actor, visit)) return refuse('missing', 'There is no such visit.')
    if (visit.state !== 'waiting') return refuse('not_waiting', 'You are not in the waiting room now.')
    await tx.update(visits).set({ state: 'booked' }).where(eq(visits.id, visitId))
    await tx.update(waitingEntries).set({ leftAt: context.now }).where(eq(waitingEntries.visitId, visitId))
    await recordAudit(tx, context, { did: 'visit.leave', patientId: visit.patientId, thing: 'visit', thingId: visitId })
    await announce(tx, { topic: 'visit', patientId: visit.patientId, visitId })
    return { visitId }
  })
}
