import { and, eq, gt, isNull } from 'drizzle-orm'
import { allocate, release } from '@db/allocate'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { holds } from '@db/schema/schedule'
import { holdFor } from '~/domain/schedule/consult-rules'
import type { Context } from '~/features/context'
import type { HeldTime } from './read-hold'
import { TimeTaken } from './time-taken'

type Wish = { purpose: 'consult' | 'reschedule'; providerId: string; startsAt: Date; endsAt: Date }

async function letGo(tx: Tx, context: Context): Promise<void> {
  const ended = await tx
    .update(holds)
    .set({ expiresAt: context.now })
    .where(and(eq(holds.patientId, context.actor.id), isNull(holds.usedAt), gt(holds.expiresAt, context.now)))
    .returning({ id: holds.id })
  for (const hold of ended) await release(tx, { holdId: hold.id }, context.now)
}

/**
 * Keeps a time for the patient who asks, for ten minutes, and lets go of what they held before: one live hold per patient.
 * Throws `TimeTaken` when somebody else was first; rolling back keeps the earlier hold. Needs the patient locked.
 */
export async function placeHold(tx: Tx, context: Context, wish: Wish): Promise<HeldTime> {
  const patientId = context.actor.id
  await letGo(tx, context)
  const [hold] = await tx
    .insert(holds)
    .values({
      patientId,
      providerId: wish.providerId,
      heldBy: patientId,
      purpose: wish.purpose,
      startsAt: wish.startsAt,
      endsAt: wish.endsAt,
      expiresAt: new Date(context.now.getTime() + holdFor.minutes * 60_000),
    })
    .returning()
  if (!hold) throw new Error('A hold was not written.')
  const taken = await allocate(tx, {
    resourceIds: [wish.providerId, patientId],
    patientId,
    during: { from: wish.startsAt, to: wish.endsAt },
    for: { holdId: hold.id },
    now: context.now,
  })
  if (taken) throw new TimeTaken()
  await recordAudit(tx, context, { did: 'hold.place', patientId, thing: 'hold', thingId: hold.id })
  return hold
}
