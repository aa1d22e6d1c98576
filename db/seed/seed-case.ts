import { randomUUID } from 'node:crypto'
import { authorisations, cases, checklistItems, orders, procedures } from '../schema/cases'
import { addDays } from '~/domain/time/add-days'
import { dayOf } from '~/domain/time/day-of'
import { procedureMinutes } from '~/domain/case/appointment-lengths'
import { allocate } from '../allocate'
import { idOf, later, moment } from './seeder'
import type { Seeder } from './seeder'
import type { CaseStory, Story } from './stories'

const plan = 'Prairie Demo Health'
const answerWithin = { days: 7 }

type Consult = { visitId: string; providerId: string }

async function seedChecklist(seeder: Seeder, story: Story, caseId: string, wish: CaseStory): Promise<void> {
  const patientId = idOf(seeder, story.key)
  const done = wish.asked?.answer === 'approved'
  const by = idOf(seeder, wish.owner ?? 'robin')
  const isDone = story.procedure?.state === 'done'
  const settled = (proof: string) => ({
    state: 'done' as const,
    proof,
    changedBy: by,
    changedAt: moment(seeder, wish.asked?.answeredAt ?? wish.orderedAt),
  })
  const open = { state: 'open' as const, proof: null, changedBy: null, changedAt: null }
  const driverOpen = !done || (wish.open ?? []).includes('driver')
  await seeder.tx.insert(checklistItems).values([
    {
      caseId,
      patientId,
      code: 'authorisation',
      resolver: 'scheduler',
      ...(done ? settled('Approved, PDH-2231') : open),
    },
    {
      caseId,
      patientId,
      code: 'driver',
      resolver: 'patient',
      ...(driverOpen ? open : settled('Arvid Invented, 612-555-0150')),
    },
    { caseId, patientId, code: 'consent', resolver: 'clinician', ...(isDone ? settled('Signed on the day') : open) },
    {
      caseId,
      patientId,
      code: 'side_confirmed',
      resolver: 'clinician',
      ...(isDone ? settled('Said aloud in the room') : open),
    },
    ...(wish.open ?? [])
      .filter((code) => code !== 'driver')
      .map((code) => ({ caseId, patientId, code, resolver: 'clinician' as const, ...open })),
  ])
}

async function seedAuthorisation(
  seeder: Seeder,
  story: Story,
  caseId: string,
  asked: NonNullable<CaseStory['asked']>,
): Promise<void> {
  const sentAt = moment(seeder, asked.sentAt)
  const decidedAt = asked.answer ? moment(seeder, asked.answeredAt ?? asked.sentAt + 60) : null
  const from = dayOf(decidedAt ?? sentAt, seeder.zone)
  await seeder.tx.insert(authorisations).values({
    caseId,
    patientId: idOf(seeder, story.key),
    payer: plan,
    sentAt,
    decisionDueAt: later(sentAt, answerWithin.days * 24 * 60),
    decision: asked.answer ?? null,
    decidedAt,
    reference: asked.answer === 'approved' ? 'PDH-2231' : null,
    denialReason: asked.why ?? null,
    validFrom: asked.answer === 'approved' ? from : null,
    validUntil: asked.answer === 'approved' ? addDays(from, asked.validDays ?? 90) : null,
  })
}

/** The order of a story with its case, checklist, request to the plan and procedure. */
export async function seedCase(
  seeder: Seeder,
  story: Story,
  consult: Consult,
): Promise<{
  caseId: string
  procedure: { id: string; startsAt: Date; needleInAt: Date; needleOutAt: Date } | null
} | null> {
  const wish = story.case
  if (!wish) return null
  const [orderId, caseId] = [randomUUID(), randomUUID()]
  const whose = { patientId: idOf(seeder, story.key), providerId: consult.providerId }
  const orderedAt = moment(seeder, wish.orderedAt)
  await seeder.tx.insert(orders).values({
    id: orderId,
    visitId: consult.visitId,
    ...whose,
    side: story.side,
    mapSide: story.side,
    intent: wish.intent,
    reason: 'Pattern and remote tests fit; find out whether the joint is the source.',
    orderedAt,
  })
  await seeder.tx.insert(cases).values({
    id: caseId,
    orderId,
    ...whose,
    side: story.side,
    intent: wish.intent,
    payer: plan,
    memberId: 'PDH 000 111 222',
    ownerId: wish.owner ? idOf(seeder, wish.owner) : null,
    openedAt: orderedAt,
  })
  await seedChecklist(seeder, story, caseId, wish)
  if (wish.asked) await seedAuthorisation(seeder, story, caseId, wish.asked)
  return { caseId, procedure: await seedProcedure(seeder, story, caseId, consult.providerId) }
}

async function seedProcedure(seeder: Seeder, story: Story, caseId: string, providerId: string) {
  const wish = story.procedure
  if (!wish) return null
  const place = seeder.places[providerId === idOf(seeder, 'finn') ? 1 : 0]
  if (!place) return null
  const id = randomUUID()
  const patientId = idOf(seeder, story.key)
  const startsAt = moment(seeder, wish.at)
  const endsAt = later(startsAt, procedureMinutes)
  const [needleInAt, needleOutAt] = [later(startsAt, 14), later(startsAt, 22)]
  const isDone = wish.state === 'done'
  await seeder.tx.insert(procedures).values({
    id,
    caseId,
    patientId,
    providerId,
    roomId: place.roomId,
    cArmId: place.cArmId,
    locationId: place.locationId,
    side: story.side,
    state: wish.state,
    startsAt,
    endsAt,
    confirmedAt: wish.confirmed || isDone ? later(startsAt, -2 * 24 * 60) : null,
    driverName: wish.confirmed || isDone ? 'Arvid Invented' : null,
    needleInAt: isDone ? needleInAt : null,
    needleOutAt: isDone ? needleOutAt : null,
    painBefore: isDone ? (wish.before ?? null) : null,
    painAfter: isDone ? (wish.after ?? null) : null,
    recordedBy: isDone ? idOf(seeder, 'robin') : null,
    recordedAt: isDone ? later(needleOutAt, 10) : null,
    createdAt: later(startsAt, -8 * 24 * 60),
  })
  if (!isDone) {
    const resourceIds = [providerId, patientId, place.roomId, place.cArmId]
    const taken = await allocate(seeder.tx, {
      resourceIds,
      patientId,
      during: { from: startsAt, to: endsAt },
      for: { procedureId: id },
      now: seeder.now,
    })
    if (taken) throw new Error(`Two stories of the demo want one room: ${story.key}.`)
  }
  return { id, startsAt, needleInAt, needleOutAt }
}
