import { and, count, eq, gt } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { violates } from '@db/errors'
import { mediaTokens, visits } from '@db/schema/visits'
import { isOpaqueId } from '~/domain/opaque-id'
import { refuse, wasRefused } from '~/domain/refusal'
import { roomName } from '~/domain/visit/room-name'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

const lives = { minutes: 3 }
const most = { tickets: 20, perMinutes: 1 }
const minute = 60_000

const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * minute)

function claimSeat(context: Context, visitId: string) {
  return transact(context, async (tx) => {
    const seen = { id: visits.id, patientId: visits.patientId, state: visits.state, roomEpoch: visits.roomEpoch }
    const [visit] = await tx.select(seen).from(visits).where(eq(visits.id, visitId))
    if (!visit) return refuse('missing', 'There is no such visit.')
    if (visit.state === 'ended') return refuse('over', 'The visit has ended.')
    const identity = context.actor.id
    const [recent] = await tx
      .select({ tickets: count() })
      .from(mediaTokens)
      .where(and(eq(mediaTokens.identity, identity), gt(mediaTokens.mintedAt, later(context.now, -most.perMinutes))))
    if ((recent?.tickets ?? 0) >= most.tickets) return refuse('too_many', 'Please wait a minute and try again.')
    await tx.insert(mediaTokens).values({
      visitId,
      patientId: visit.patientId,
      identity,
      mintedAt: context.now,
      expiresAt: later(context.now, lives.minutes),
    })
    await recordAudit(tx, context, {
      did: 'visit.ticket',
      patientId: visit.patientId,
      thing: 'visit',
      thingId: visitId,
    })
    const [held] = await tx.select({ roomEpoch: visits.roomEpoch }).from(visits).where(eq(visits.id, visitId))
    return { room: roomName(visitId, held?.roomEpoch ?? visit.roomEpoch), identity }
  })
}

/**
 * A join token for the one who asks: three minutes, one room, own camera and microphone (a provider also the screen). The
 * row in `media_tokens` is the guard: the database refuses it unless the asker is admitted now to a visit in progress whose
 * provider is licensed where the patient is, and holds the visit's row, so that the room read after it is the room of now. Refuses `missing`, `over`, `not_admitted`, `too_many`, `no_media`, `unreachable`.
 */
export async function mintTicket(context: Context, { visitId }: { visitId: string }) {
  if (!isOpaqueId(visitId)) return refuse('missing', 'There is no such visit.')
  const { media } = context
  if (!media) return refuse('no_media', 'There is no video here. We go on by phone.')
  const seat = await claimSeat(context, visitId).catch((error: unknown) => {
    if (violates(error, 'media_tokens_admitted_now'))
      return refuse('not_admitted', 'You come in when your provider lets you in.')
    if (violates(error, 'media_tokens_licensed'))
      return refuse('not_admitted', 'Your provider cannot open the room where you are now.')
    throw error
  })
  if (wasRefused(seat)) return seat
  const opened = await media.openRoom(seat.room).then(
    () => true,
    () => false,
  )
  if (!opened) return refuse('unreachable', 'The video line does not answer. We keep trying.')
  const sources =
    context.actor.role === 'provider'
      ? (['camera', 'microphone', 'screen_share'] as const)
      : (['camera', 'microphone'] as const)
  return { url: media.url, token: await media.ticket({ ...seat, sources }) }
}
