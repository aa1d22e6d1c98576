import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { enqueue } from '@db/enqueue'
import { lockVisit } from '@db/lock-visit'
import { admissions, visits } from '@db/schema/visits'
import { refuse, wasRefused } from '~/domain/refusal'
import { presenceCheck } from '~/domain/visit/presence-check'
import { roomName } from '~/domain/visit/room-name'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** The room is closed at once and once more after the last ticket of a moment ago could have opened it again. */
const closeAgainAfter = { seconds: 10 }

function close(context: Context, visitId: string) {
  return transact(context, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    if (!visit) return refuse('missing', 'There is no such visit.')
    if (!mayInVisit.end(context.actor, visit)) return refuse('not_yours', 'Only the clinician of this visit ends it.')
    const room = roomName(visit.id, visit.roomEpoch)
    if (visit.state === 'ended') return { room }
    if (visit.state !== 'in_visit') return refuse('not_running', 'This visit is not running.')
    const { patientId } = visit
    await tx.update(visits).set({ state: 'ended', endedAt: context.now }).where(eq(visits.id, visitId))
    await tx
      .update(admissions)
      .set({ endedAt: context.now })
      .where(and(eq(admissions.visitId, visitId), isNull(admissions.endedAt)))
    await recordAudit(tx, context, { did: 'visit.end', patientId, thing: 'visit', thingId: visitId })
    await announce(tx, { topic: 'visit', patientId, visitId })
    const again = { key: `close:${room}`, runAt: presenceCheck(visitId, context.now, closeAgainAfter.seconds).runAt }
    await enqueue(tx, 'close-room', { visitId, room }, again)
    await enqueue(tx, 'reconcile-presence', { visitId }, presenceCheck(visitId, context.now, closeAgainAfter.seconds))
    return { room }
  })
}

/** The provider ends the visit: everybody's admission ends with it and the room closes. Twice is once. */
export async function endVisit(context: Context, { visitId }: { visitId: string }) {
  const closed = await close(context, visitId)
  if (wasRefused(closed)) return closed
  const answered = context.media?.closeRoom(closed.room).then(
    () => true,
    () => false,
  )
  return { visitId, roomClosed: (await answered) ?? true }
}
