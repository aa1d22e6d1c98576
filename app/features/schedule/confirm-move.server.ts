import { and, eq, isNull } from 'drizzle-orm'
import { release } from '@db/allocate'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { queueVisitJobs } from '@db/queue-visit-jobs'
import { allocations, holds } from '@db/schema/schedule'
import { visits } from '@db/schema/visits'
import { isOpaqueId } from '~/domain/opaque-id'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { mayChange } from '~/domain/schedule/may-change'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { lockPatient } from './lock-patient'
import { ownVisit } from './own-visit'
import { tellVisit } from './tell-visit'

type Refused = Refusal<'missing' | 'tooLate' | 'expired'>

/**
 * Moves a booked visit to the time its patient holds: the old time becomes free, reminders move along, and the mail
 * replaces the calendar entry, all in one transaction. Pressing twice moves once.
 */
export function confirmMove(
  context: Context,
  wish: { visitId: string; holdId: string },
): Promise<{ visitId: string } | Refused> {
  if (!isOpaqueId(wish.holdId)) return Promise.resolve(refuse('missing', 'There is no such visit.'))
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const patient = await lockPatient(tx, patientId)
    const own = await ownVisit(tx, patientId, wish.visitId, true)
    const [hold] = await tx
      .select()
      .from(holds)
      .where(and(eq(holds.id, wish.holdId), eq(holds.patientId, patientId), eq(holds.purpose, 'reschedule')))
      .for('update')
    if (!patient || !own || !hold) return refuse('missing', 'There is no such visit.')
    if (hold.usedAt && +own.visit.startsAt === +hold.startsAt) return { visitId: own.visit.id }
    if (!mayChange(own.visit, context.now)) return refuse('tooLate', 'This visit cannot be moved any more.')
    const stays = own.procedure && hold.providerId !== own.visit.providerId
    if (hold.usedAt || hold.expiresAt <= context.now || stays) {
      return refuse('expired', 'Your 10 minutes are over. Your visit keeps its old time. Choose a time.')
    }

    const { providerId, startsAt, endsAt } = hold
    const moved = { ...own.visit, providerId, startsAt, endsAt }
    await release(tx, { visitId: moved.id }, context.now)
    await tx
      .update(allocations)
      .set({ visitId: moved.id, holdId: null })
      .where(and(eq(allocations.holdId, hold.id), isNull(allocations.releasedAt)))
    await tx.update(holds).set({ usedAt: context.now }).where(eq(holds.id, hold.id))
    await tx.update(visits).set({ providerId, startsAt, endsAt }).where(eq(visits.id, moved.id))
    const fields = ['starts_at', 'ends_at', ...(providerId === own.visit.providerId ? [] : ['provider_id'])]
    await recordAudit(tx, context, { did: 'visit.move', patientId, thing: 'visit', thingId: moved.id, fields })
    await announce(tx, { topic: 'visit', patientId, visitId: moved.id })
    await queueVisitJobs(tx, moved, context.now)
    await tellVisit(tx, context, { visit: moved, patient, news: 'moved' })
    return { visitId: moved.id }
  })
}
