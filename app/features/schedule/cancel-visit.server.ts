import { eq } from 'drizzle-orm'
import { release } from '@db/allocate'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { dropVisitJobs } from '@db/queue-visit-jobs'
import { visits } from '@db/schema/visits'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { mayChange } from '~/domain/schedule/may-change'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { lockPatient } from './lock-patient'
import { ownVisit } from './own-visit'
import { tellVisit } from './tell-visit'

type Refused = Refusal<'missing' | 'tooLate' | 'followUp'>

/**
 * Cancels a booked consult of the asking patient: its time is free again at once, its reminders are taken back. A follow-up
 * belongs to its procedure and is only moved. Cancelling twice changes nothing.
 */
export function cancelVisit(context: Context, wish: { visitId: string }): Promise<{ visitId: string } | Refused> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const patient = await lockPatient(tx, patientId)
    const own = await ownVisit(tx, patientId, wish.visitId, true)
    if (!patient || !own) return refuse('missing', 'There is no such visit.')
    const { visit } = own
    if (visit.state === 'cancelled') return { visitId: visit.id }
    if (own.procedure) return refuse('followUp', 'Your two-week check belongs to your injection. You can move it.')
    if (!mayChange(visit, context.now)) return refuse('tooLate', 'This visit cannot be cancelled any more.')
    await tx.update(visits).set({ state: 'cancelled', cancelledBy: patientId }).where(eq(visits.id, visit.id))
    await release(tx, { visitId: visit.id }, context.now)
    await recordAudit(tx, context, {
      did: 'visit.cancel',
      patientId,
      thing: 'visit',
      thingId: visit.id,
      fields: ['state'],
    })
    await announce(tx, { topic: 'visit', patientId, visitId: visit.id })
    await dropVisitJobs(tx, visit.id)
    await tellVisit(tx, context, { visit, patient, news: 'cancelled' })
    return { visitId: visit.id }
  })
}
