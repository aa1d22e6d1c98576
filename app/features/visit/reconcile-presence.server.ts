import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { clinicAhead } from '@db/clinic-ahead'
import type { Tx } from '@db/client'
import { enqueue } from '@db/enqueue'
import { lockVisit } from '@db/lock-visit'
import { admissions, presences } from '@db/schema/visits'
import { visitLine } from '@db/visit-line'
import type { MediaParticipant } from '~/adapters/livekit.server'
import { presenceCheck } from '~/domain/visit/presence-check'
import { presenceSweep } from '~/domain/visit/presence-sweep'
import { roomName } from '~/domain/visit/room-name'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** The room's own list, null when there is no room, or 'silent' when the media server does not answer. */
async function listRoom(context: Context, room: string): Promise<MediaParticipant[] | null | 'silent'> {
  if (!context.media) return null
  return context.media.participants(room).catch(() => 'silent' as const)
}

/** Since when the visit runs by telephone, or null while it runs by video: at that moment everybody left the room. */
async function phoneSince(tx: Tx, visitId: string): Promise<Date | null> {
  const { line, lineSince } = await visitLine(tx, visitId)
  return line === 'phone' ? lineSince : null
}

/** What is known without the media server: nobody stays in a room that its visit has left. */
async function closeStays(tx: Tx, visitId: string, leftAt: Date): Promise<void> {
  const open = and(eq(presences.visitId, visitId), isNull(presences.leftAt), lt(presences.joinedAt, leftAt))
  await tx.update(presences).set({ leftAt, source: 'reconciled' }).where(open)
}

function roomNow(context: Context, visitId: string) {
  return transact(context, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    if (!visit || (visit.state !== 'in_visit' && visit.state !== 'ended')) return null
    await recordAudit(tx, context, {
      did: 'visit.read_presence',
      patientId: visit.patientId,
      thing: 'visit',
      thingId: visitId,
    })
    return roomName(visitId, visit.roomEpoch)
  })
}

/**
 * Compares what we believe about who is in the room with the room's own list: adds who is missing, closes who was absent
 * twice, closes everybody when the room is gone, puts out who is not admitted. Plans the next comparison while the visit
 * runs or a stay is open. While the media server does not answer, the end of the visit and the telephone end every stay.
 */
export async function reconcilePresence(
  context: Context,
  { visitId }: { visitId: string },
): Promise<{ strangers: number }> {
  const room = await roomNow(context, visitId)
  if (room === null) return { strangers: 0 }
  const listed = await listRoom(context, room)
  const strangers = await transact(context, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    if (!visit) return []
    const again = () => enqueue(tx, 'reconcile-presence', { visitId }, presenceCheck(visitId, context.now))
    await recordAudit(tx, context, {
      did: 'visit.reconcile',
      patientId: visit.patientId,
      thing: 'visit',
      thingId: visitId,
    })
    if (listed === 'silent') {
      const until = visit.endedAt ?? (await phoneSince(tx, visitId))
      if (until) await closeStays(tx, visitId, until)
      if (visit.state === 'in_visit') await again()
      return []
    }
    if (roomName(visitId, visit.roomEpoch) !== room) {
      await again()
      return []
    }
    const ahead = await clinicAhead(tx)
    const everAdmitted = await tx.select().from(admissions).where(eq(admissions.visitId, visitId))
    const known = new Set(everAdmitted.map((admission) => admission.identity))
    const admitted = new Set(everAdmitted.filter((one) => one.endedAt === null).map((one) => one.identity))
    const open = await tx
      .select({ sid: presences.participantSid, missedChecks: presences.missedChecks })
      .from(presences)
      .where(and(eq(presences.visitId, visitId), isNull(presences.leftAt)))
    const sweep = presenceSweep(open, listed)
    const sids = (list: readonly string[]) => inArray(presences.participantSid, [...list])
    const added = sweep.add.filter((seen) => known.has(seen.identity))
    if (added.length > 0)
      await tx
        .insert(presences)
        .values(
          added.map(({ sid, identity, joinedAt }) => ({
            participantSid: sid,
            visitId,
            patientId: visit.patientId,
            identity,
            joinedAt: new Date(joinedAt.getTime() + ahead),
            source: 'reconciled' as const,
          })),
        )
        .onConflictDoNothing()
    if (sweep.there.length > 0) await tx.update(presences).set({ missedChecks: 0 }).where(sids(sweep.there))
    if (sweep.missed.length > 0) await tx.update(presences).set({ missedChecks: 1 }).where(sids(sweep.missed))
    const leftAt = visit.endedAt ?? context.now
    if (sweep.gone.length > 0) await tx.update(presences).set({ leftAt, source: 'reconciled' }).where(sids(sweep.gone))
    if (added.length + sweep.gone.length > 0)
      await announce(tx, { topic: 'visit', patientId: visit.patientId, visitId })
    const stillOpen = open.length + added.length - sweep.gone.length > 0
    if (visit.state === 'in_visit' || stillOpen) await again()
    return (listed ?? []).filter((seen) => !admitted.has(seen.identity))
  })
  for (const stranger of strangers)
    await context.media?.removeParticipant(room, stranger.identity).catch(() => undefined)
  return { strangers: strangers.length }
}
