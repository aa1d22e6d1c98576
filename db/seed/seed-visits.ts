import { randomUUID } from 'node:crypto'
import { emptyNote } from '~/domain/note/note-body'
import { telehealthConsent } from '~/domain/visit/telehealth-consent'
import { allocate } from '../allocate'
import { enqueue } from '../enqueue'
import { missedAt } from '~/domain/visit/doors'
import { admissions, arrivals, notes, presences, visits, waitingEntries } from '../schema/visits'
import { idOf, later, moment } from './seeder'
import type { Seeder } from './seeder'
import type { ConsultStory, Story } from './stories'

type VisitSeed = {
  kind: 'consult' | 'follow_up'
  story: Story
  providerId: string
  startsAt: Date
  minutes: number
  state: ConsultStory['state']
  procedureId?: string
  patientIn?: string
  camera?: 'works' | 'none'
}

const address = {
  MN: '120 Invented Street, St. Paul, MN 55101',
  IA: '8 Made-up Lane, Mason City, IA 50401',
  WI: '5 Nowhere Road, Hudson, WI 54016',
}

async function seedArrival(seeder: Seeder, visitId: string, visit: VisitSeed, arrivedAt: Date): Promise<void> {
  const state = visit.patientIn ?? visit.story.state
  const camera = visit.camera ?? 'works'
  const patientId = idOf(seeder, visit.story.key)
  await seeder.tx.insert(arrivals).values({
    visitId,
    patientId,
    consentVersion: telehealthConsent.version,
    consentedAt: arrivedAt,
    address: address[state as keyof typeof address] ?? address.MN,
    state,
    callBackPhone: '612-555-0147',
    emergencyContact: 'Sam Invented, 612-555-0150',
    whoIsThere: 'No one',
    camera,
    microphone: 'works',
    arrivedAt,
  })
  await seeder.tx.insert(waitingEntries).values({
    visitId,
    patientId,
    since: arrivedAt,
    lastSeenAt: seeder.now,
    leftAt: visit.state === 'waiting' ? null : visit.startsAt,
  })
}

/** One visit in the state its story says, with what must be on file for it. Returns its id. */
export async function seedVisit(seeder: Seeder, visit: VisitSeed): Promise<string> {
  const visitId = randomUUID()
  const patientId = idOf(seeder, visit.story.key)
  const endsAt = later(visit.startsAt, visit.minutes)
  const wasHeld = visit.state === 'ended'
  const admittedAt = wasHeld ? later(visit.startsAt, 2) : null
  const endedAt = wasHeld ? later(visit.startsAt, visit.minutes - 4) : null
  await seeder.tx.insert(visits).values({
    id: visitId,
    kind: visit.kind,
    patientId,
    providerId: visit.providerId,
    procedureId: visit.procedureId ?? null,
    state: visit.state,
    startsAt: visit.startsAt,
    endsAt,
    admittedAt,
    endedAt,
    createdAt: later(visit.startsAt, -5 * 24 * 60),
  })
  if (visit.state === 'booked' || visit.state === 'waiting') {
    const during = { from: visit.startsAt, to: endsAt }
    const wish = { resourceIds: [visit.providerId, patientId], patientId, during, for: { visitId }, now: seeder.now }
    if (await allocate(seeder.tx, wish)) throw new Error(`Two stories of the demo want one time: ${visit.story.key}.`)
    const payload = { visitId, startsAt: visit.startsAt.toISOString() }
    const missed = missedAt(visit.startsAt)
    await enqueue(seeder.tx, 'miss-visit', payload, { key: `miss-visit:${visitId}`, runAt: missed })
  }
  if (visit.state === 'waiting') await seedArrival(seeder, visitId, visit, later(seeder.now, -13))
  if (admittedAt && endedAt) {
    await seedArrival(seeder, visitId, visit, later(visit.startsAt, -6))
    for (const [identity, role] of [
      [patientId, 'patient'],
      [visit.providerId, 'provider'],
    ] as const) {
      await seeder.tx
        .insert(admissions)
        .values({ visitId, patientId, identity, role, admittedBy: visit.providerId, admittedAt, endedAt })
      await seeder.tx.insert(presences).values({
        participantSid: `PA_demo_${randomUUID().slice(0, 12)}`,
        visitId,
        patientId,
        identity,
        joinedAt: later(admittedAt, role === 'patient' ? 1 : 0),
        leftAt: endedAt,
        source: 'webhook',
      })
    }
  }
  return visitId
}

const written = {
  ...emptyNote,
  history:
    'Months of one-sided low back and buttock pain. Worse rising from a chair and on stairs. No pain below the knee.',
  medicines: 'As listed in the questions. Nothing changed today.',
  exam: 'One-finger test positive twice, by video. Straight leg raise negative on both sides. Remote tests are not validated.',
  assessment: 'Pain pattern that fits the sacroiliac joint. Hip and nerve root seem less likely.',
  plan: 'Image-guided SI joint injection with a same-day diary, follow-up by video after two weeks.',
  patientSummary:
    'We talked about your pain near the dimple of your back. We plan an injection there and will call you about a time. Keep moving as you can. Call us if anything new worries you.',
}

/** The note of a visit that was held: still open, or signed. */
export async function seedNote(
  seeder: Seeder,
  visitId: string,
  story: Story,
  providerId: string,
  savedAt: Date,
  signed: boolean,
): Promise<void> {
  const body = signed ? written : { ...written, assessment: '', plan: '', patientSummary: '' }
  await seeder.tx.insert(notes).values({
    visitId,
    patientId: idOf(seeder, story.key),
    providerId,
    body,
    savedAt,
    signedAt: signed ? later(savedAt, 4) : null,
    signedBy: signed ? providerId : null,
  })
}

/** The consult of a story. Returns its visit, if it has one. */
export async function seedConsult(
  seeder: Seeder,
  story: Story,
): Promise<{ visitId: string; providerId: string; endedAt: Date } | null> {
  const { consult } = story
  if (!consult) return null
  const providerId = idOf(seeder, consult.with)
  const startsAt = moment(seeder, consult.at)
  const visitId = await seedVisit(seeder, { kind: 'consult', story, providerId, startsAt, minutes: 30, ...consult })
  const endedAt = later(startsAt, 26)
  if (consult.note) await seedNote(seeder, visitId, story, providerId, endedAt, consult.note === 'signed')
  return { visitId, providerId, endedAt }
}
