import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { enqueue } from '@db/enqueue'
import { lockVisit } from '@db/lock-visit'
import { admissions, visits } from '@db/schema/visits'
import { isOpaqueId } from '~/domain/opaque-id'
import { refuse, wasRefused } from '~/domain/refusal'
import { roomName } from '~/domain/visit/room-name'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

type Wish = { visitId: string; guestId: string }

function endPart(context: Context, { visitId, guestId }: Wish) {
  return transact(context, async (tx) => {
    const missing = refuse('missing', 'There is no such guest.')
    if (context.actor.role === 'guest' || !isOpaqueId(guestId)) return missing
    const visit = await lockVisit(tx, visitId)
    if (!visit || !mayInVisit.removeGuest(context.actor, visit)) return missing
    const ended = await tx
      .update(admissions)
      .set({ endedAt: context.now })
      .where(
        and(
          eq(admissions.visitId, visitId),
          eq(admissions.identity, guestId),
          eq(admissions.role, 'guest'),
          isNull(admissions.endedAt),
        ),
      )
      .returning({ id: admissions.id })
    if (ended.length === 0) return refuse('not_in', 'This guest is not in the visit.')
    const [before, after] = [roomName(visitId, visit.roomEpoch), roomName(visitId, visit.roomEpoch + 1)]
    await tx
      .update(visits)
      .set({ roomEpoch: visit.roomEpoch + 1 })
      .where(eq(visits.id, visitId))
    const { patientId } = visit
    await recordAudit(tx, context, { did: 'guest.remove', patientId, thing: 'guest', thingId: guestId })
    await announce(tx, { topic: 'visit', patientId, visitId })
    await enqueue(tx, 'close-room', { visitId, room: before }, { key: `close:${before}` })
    return { before, after }
  })
}

/**
 * Ends a guest's part. The visit moves to a new room, so that no ticket of the guest opens anything; the others follow by
 * themselves with new tickets. Refuses `missing` and `not_in`.
 */
export async function removeGuest(context: Context, wish: Wish) {
  const moved = await endPart(context, wish)
  if (wasRefused(moved)) return moved
  const { media } = context
  const change = media?.openRoom(moved.after).then(() => media.closeRoom(moved.before))
  await change?.catch(() => undefined)
  return { visitId: wish.visitId }
}
