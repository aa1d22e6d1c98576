import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { clinicAhead } from '@db/clinic-ahead'
import type { Tx } from '@db/client'
import { admissions, presences, visits, webhookEvents } from '@db/schema/visits'
import type { MediaEvent } from '~/adapters/livekit.server'
import { isOpaqueId } from '~/domain/opaque-id'
import { visitOfRoom } from '~/domain/visit/room-name'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

type Visit = typeof visits.$inferSelect
type Person = NonNullable<MediaEvent['participant']>

const comings = ['participant_joined']
const goings = ['participant_left', 'participant_connection_aborted']

async function isAdmitted(tx: Tx, visitId: string, identity: string): Promise<boolean> {
  if (!isOpaqueId(identity)) return false
  const live = and(eq(admissions.visitId, visitId), eq(admissions.identity, identity), isNull(admissions.endedAt))
  const [admission] = await tx.select({ id: admissions.id }).from(admissions).where(live)
  return admission !== undefined
}

async function wasEverAdmitted(tx: Tx, visitId: string, identity: string): Promise<boolean> {
  if (!isOpaqueId(identity)) return false
  const ever = and(eq(admissions.visitId, visitId), eq(admissions.identity, identity))
  const [admission] = await tx.select({ id: admissions.id }).from(admissions).where(ever)
  return admission !== undefined
}

/** Either end of a stay may be told first, or twice: each sets its own time and leaves the other's. */
async function keepStay(tx: Tx, visit: Visit, person: Person, times: { joinedAt: Date; leftAt?: Date }): Promise<void> {
  const stay = { participantSid: person.sid, visitId: visit.id, patientId: visit.patientId, identity: person.identity }
  const told = times.leftAt ? { leftAt: times.leftAt } : { joinedAt: times.joinedAt }
  await tx
    .insert(presences)
    .values({ ...stay, ...times, source: 'webhook' })
    .onConflictDoUpdate({
      target: presences.participantSid,
      set: {
        ...told,
        missedChecks: 0,
        source: sql`case when ${presences.leftAt} is null or ${times.leftAt !== undefined} then 'webhook' else ${presences.source} end`,
      },
    })
}

/**
 * What the media server told, taken once whatever its order: presence by participant sid. Whoever is in a room without
 * being admitted now, and every room that should be closed, is put out. Events of other rooms are known and ignored.
 */
export async function takeMediaEvent(context: Context, told: MediaEvent): Promise<{ taken: boolean }> {
  const found = await transact(context, async (tx) => {
    const [fresh] = await tx
      .insert(webhookEvents)
      .values({ id: told.id, event: told.event, room: told.room, receivedAt: context.now })
      .onConflictDoNothing()
      .returning({ id: webhookEvents.id })
    const place = told.room === null ? null : visitOfRoom(told.room)
    if (!fresh || !place || told.room === null) return { taken: fresh !== undefined }
    const [visit] = await tx.select().from(visits).where(eq(visits.id, place.visitId))
    if (!visit) return { taken: true }
    const ahead = await clinicAhead(tx)
    const clinicTime = (time: Date) => new Date(time.getTime() + ahead)
    const isCurrent = visit.state === 'in_visit' && visit.roomEpoch === place.epoch
    const person = told.participant
    const mark = { patientId: visit.patientId, thing: 'visit', thingId: visit.id }
    if (told.event === 'room_finished' && visit.roomEpoch === place.epoch) {
      const open = and(
        eq(presences.visitId, visit.id),
        isNull(presences.leftAt),
        lt(presences.joinedAt, clinicTime(told.at)),
      )
      await tx
        .update(presences)
        .set({ leftAt: clinicTime(told.at) })
        .where(open)
    } else if (person && comings.includes(told.event)) {
      if (await wasEverAdmitted(tx, visit.id, person.identity))
        await keepStay(tx, visit, person, { joinedAt: clinicTime(person.joinedAt) })
      if (!isCurrent || !(await isAdmitted(tx, visit.id, person.identity))) {
        await recordAudit(tx, context, { did: 'visit.put_out', ...mark })
        return { taken: true, stranger: { room: told.room, identity: person.identity, closeRoom: !isCurrent } }
      }
    } else if (person && goings.includes(told.event) && (await wasEverAdmitted(tx, visit.id, person.identity))) {
      const joinedAt = clinicTime(person.joinedAt)
      const leftAt = new Date(Math.max(clinicTime(told.at).getTime(), joinedAt.getTime()))
      await keepStay(tx, visit, person, { joinedAt, leftAt })
    } else return { taken: true }
    await recordAudit(tx, context, { did: 'visit.presence', ...mark })
    await announce(tx, { topic: 'visit', patientId: visit.patientId, visitId: visit.id })
    return { taken: true }
  })
  const { stranger } = found
  if (stranger) await putOut(context, stranger)
  return { taken: found.taken }
}

/** The next comparison of presences does it again when the media server does not answer now. */
async function putOut(
  context: Context,
  stranger: { room: string; identity: string; closeRoom: boolean },
): Promise<void> {
  const { room, identity, closeRoom } = stranger
  const act = closeRoom ? context.media?.closeRoom(room) : context.media?.removeParticipant(room, identity)
  await act?.catch(() => undefined)
}
