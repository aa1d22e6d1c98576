import { and, eq, isNull } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { queueVisitJobs } from '@db/queue-visit-jobs'
import { allocations, holds } from '@db/schema/schedule'
import { visits } from '@db/schema/visits'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { lockPatient } from './lock-patient'
import { readGate } from '@db/read-gate'
import { tellVisit } from './tell-visit'

type Refused = Refusal<'missing' | 'expired' | 'notNow'>

const expired = () => refuse('expired', 'Your 10 minutes are over, so the time is free again. Choose a time.')

/** The visit that this hold has become, when the button was pressed twice. */
async function visitOf(tx: Tx, hold: typeof holds.$inferSelect): Promise<string | null> {
  const [visit] = await tx
    .select({ id: visits.id })
    .from(visits)
    .where(
      and(
        eq(visits.patientId, hold.patientId),
        eq(visits.providerId, hold.providerId),
        eq(visits.startsAt, hold.startsAt),
        eq(visits.state, 'booked'),
      ),
    )
  return visit?.id ?? null
}

/**
 * Turns the time the asking patient holds into a booked consult: the visit, what it takes up, its reminders and the mail
 * with the calendar entry commit together. Pressing twice books once.
 */
export function confirmConsult(context: Context, wish: { holdId: string }): Promise<{ visitId: string } | Refused> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const patient = await lockPatient(tx, patientId)
    const [hold] = await tx
      .select()
      .from(holds)
      .where(and(eq(holds.id, wish.holdId), eq(holds.patientId, patientId), eq(holds.purpose, 'consult')))
      .for('update')
    if (!patient || !hold) return refuse('missing', 'There is no such time.')
    if (hold.usedAt) {
      const visitId = await visitOf(tx, hold)
      return visitId ? { visitId } : expired()
    }
    if (hold.expiresAt <= context.now) return expired()
    const gate = await readGate(tx, patientId)
    if (gate.kind !== 'open') return refuse('notNow', 'You cannot book a visit now.')

    const { providerId, startsAt, endsAt } = hold
    const [visit] = await tx
      .insert(visits)
      .values({ kind: 'consult', patientId, providerId, startsAt, endsAt, createdAt: context.now })
      .returning()
    if (!visit) throw new Error('A visit was not written.')
    await tx
      .update(allocations)
      .set({ visitId: visit.id, holdId: null })
      .where(and(eq(allocations.holdId, hold.id), isNull(allocations.releasedAt)))
    await tx.update(holds).set({ usedAt: context.now }).where(eq(holds.id, hold.id))
    await recordAudit(tx, context, { did: 'visit.book', patientId, thing: 'visit', thingId: visit.id })
    await announce(tx, { topic: 'visit', patientId, visitId: visit.id })
    await queueVisitJobs(tx, visit, context.now)
    await tellVisit(tx, context, { visit, patient, news: 'booked' })
    return { visitId: visit.id }
  })
}
