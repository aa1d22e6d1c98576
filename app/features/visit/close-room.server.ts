import { recordAudit } from '@db/audit'
import { lockVisit } from '@db/lock-visit'
import { refuse, wasRefused } from '~/domain/refusal'
import { roomName } from '~/domain/visit/room-name'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** Closes a room that no visit uses any more. Refuses `missing` and `in_use`; throws when the media server does not answer. */
export async function closeRoom(context: Context, { visitId, room }: { visitId: string; room: string }) {
  const left = await transact(context, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    if (!visit) return refuse('missing', 'There is no such visit.')
    if (visit.state === 'in_visit' && roomName(visitId, visit.roomEpoch) === room)
      return refuse('in_use', 'The visit is running.')
    await recordAudit(tx, context, {
      did: 'visit.close_room',
      patientId: visit.patientId,
      thing: 'visit',
      thingId: visitId,
    })
    return { visitId }
  })
  if (wasRefused(left)) return left
  await context.media?.closeRoom(room)
  return left
}
