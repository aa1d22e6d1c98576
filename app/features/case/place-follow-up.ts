import { randomUUID } from 'node:crypto'
import { allocate, release } from '@db/allocate'
import type { Tx } from '@db/client'
import { dropVisitJobs, queueVisitJobs } from '@db/queue-visit-jobs'
import { visits } from '@db/schema/visits'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../context'
import { freeFollowUp } from './free-follow-up'

type Procedure = { id: string; patientId: string; providerId: string; startsAt: Date }

/**
 * Puts the two-week follow-up of a procedure on the calendar, or moves the one that is there, in the caller's transaction.
 * Null when no time is free on days 12 to 16.
 */
export async function placeFollowUp(
  tx: Tx,
  context: Context,
  procedure: Procedure,
): Promise<{ visitId: string; startsAt: Date } | null> {
  const [existing] = await tx
    .select({ id: visits.id, startsAt: visits.startsAt, endsAt: visits.endsAt })
    .from(visits)
    .where(and(eq(visits.procedureId, procedure.id), inArray(visits.state, ['booked', 'waiting'])))
  if (existing) await release(tx, { visitId: existing.id }, context.now)
  const time = await freeFollowUp(tx, {
    providerId: procedure.providerId,
    patientId: procedure.patientId,
    procedureAt: procedure.startsAt,
    zone: context.clinic.timeZone,
    now: context.now,
  })
  if (!time) return null
  const visitId = existing?.id ?? randomUUID()
  if (existing) {
    await tx
      .update(visits)
      .set({ startsAt: time.from, endsAt: time.to, providerId: procedure.providerId })
      .where(eq(visits.id, existing.id))
  } else {
    await tx.insert(visits).values({
      id: visitId,
      kind: 'follow_up',
      patientId: procedure.patientId,
      providerId: procedure.providerId,
      procedureId: procedure.id,
      startsAt: time.from,
      endsAt: time.to,
      createdAt: context.now,
    })
  }
  const conflict = await allocate(tx, {
    resourceIds: [procedure.providerId, procedure.patientId],
    patientId: procedure.patientId,
    during: time,
    for: { visitId },
    now: context.now,
  })
  if (conflict) return null
  await queueVisitJobs(tx, { id: visitId, startsAt: time.from }, context.now)
  return { visitId, startsAt: time.from }
}

/** Takes the follow-up of a procedure off the calendar, in the caller's transaction. */
export async function releaseFollowUp(tx: Tx, context: Context, procedureId: string): Promise<void> {
  const gone = await tx
    .update(visits)
    .set({ state: 'cancelled', cancelledBy: context.actor.id })
    .where(and(eq(visits.procedureId, procedureId), inArray(visits.state, ['booked', 'waiting'])))
    .returning({ id: visits.id })
  for (const { id } of gone) {
    await release(tx, { visitId: id }, context.now)
    await dropVisitJobs(tx, id)
  }
}
