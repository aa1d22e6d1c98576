import { describe, expect, test } from 'vitest'
import { anIntake } from '@db/factories/an-intake'
import { aPerson } from '@db/factories/a-person'
import { aTriagedIntake } from '@db/factories/a-triaged-intake'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import type { Answers } from '~/domain/intake/instrument'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import type { OverrideWish } from '~/domain/triage/review-wish'
import { nextStep } from '~/features/intake/next-step.server'
import { readBooking } from '~/features/schedule/read-booking.server'
import { closeUrgent } from '~/features/urgent/close-urgent.server'
import { takeUrgent } from '~/features/urgent/take-urgent.server'
import { agreeTriage } from './agree-triage.server'
import { askLive } from './ask-live.server'
import { listOverrides } from './list-overrides.server'
import { overrideTriage } from './override-triage.server'
import { readTriage } from './read-triage.server'

const database = testDatabase()

const notSure: Answers = { saddleNumbness: 'not_sure' }
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)

async function anIntakeToReview(answers: Answers = {}) {
  const [patient, provider, colleague] = await Promise.all([
    aPerson(database),
    aPerson(database, { role: 'provider', name: 'Dr. First' }),
    aPerson(database, { role: 'provider', name: 'Dr. Second' }),
  ])
  const { intakeId } = await aTriagedIntake(database, { patient, answers })
  return { patient, provider, colleague, intakeId }
}

async function pageOf(who: Actor, intakeId: string, now = testNow) {
  const read = await readTriage(testContext(database, who, { now }), { intakeId })
  if (wasRefused(read)) throw new Error(read.refused)
  return read
}

async function override(
  who: Actor,
  intakeId: string,
  wish: Partial<OverrideWish>,
  now = testNow,
): ReturnType<typeof overrideTriage> {
  const { standing } = await pageOf(who, intakeId)
  return overrideTriage(testContext(database, who, { now }), {
    intakeId,
    seen: standing.newest ?? '',
    urgency: standing.urgency ?? 'routine',
    siPattern: standing.siPattern ?? 'unlikely',
    reasonCode: 'symptom_gone',
    reason: 'Asked again on the phone.',
    asked: [],
    ...wish,
  })
}

const callsOf = (intakeId: string) =>
  database.owner`select urgency, code, owner_id, closed_at from urgent_items where source_id = ${intakeId} order by opened_at`
const deedsOf = async (patientId: string, actorId: string) =>
  (await database.owner`select did from audit_rows where patient_id = ${patientId} and actor_id = ${actorId}`).map(
    (row) => String(row['did']),
  )

describe('agreeing', () => {
  test('keeps what stands, with name and time, and is recorded', async () => {
    const { patient, provider, intakeId } = await anIntakeToReview()
    const { standing } = await pageOf(provider, intakeId)
    const wish = { intakeId, seen: standing.newest ?? '' }
    expect(await agreeTriage(testContext(database, provider), wish)).toHaveProperty('reviewId')
    const { file, standing: after } = await pageOf(provider, intakeId)
    expect(file.reviews).toMatchObject([
      { decision: 'agree', urgency: 'routine', siPattern: standing.siPattern, by: { name: 'Dr. First' } },
    ])
    expect(after.urgency).toBe('routine')
    expect(await deedsOf(patient.id, provider.id)).toEqual(expect.arrayContaining(['triage.read', 'triage.agree']))
  })

  test('is refused when something changed since the page was opened', async () => {
    const { provider, colleague, intakeId } = await anIntakeToReview()
    const { standing } = await pageOf(provider, intakeId)
    await override(colleague, intakeId, { siPattern: 'unlikely' })
    const seen = { intakeId, seen: standing.newest ?? '' }
    expect(await agreeTriage(testContext(database, provider), seen)).toMatchObject({
      refused: 'changed',
      message: expect.stringContaining('Dr. Second'),
    })
  })

  test('needs a sent intake', async () => {
    const { patient, provider } = await anIntakeToReview()
    const { intakeId } = await anIntake(database, { patient, submitted: false, answers: { fever: 'no' } })
    const wish = { intakeId, seen: intakeId }
    expect(await agreeTriage(testContext(database, provider), wish)).toMatchObject({ refused: 'draft' })
  })

  test.each(['patient', 'scheduler', 'admin'] as const)('is nothing for a %s', async (role) => {
    const { patient, intakeId } = await anIntakeToReview()
    const who = role === 'patient' ? patient : await aPerson(database, { role })
    const context = testContext(database, who)
    const about = { intakeId, seen: intakeId }
    const wish = {
      ...about,
      urgency: 'routine',
      siPattern: 'likely',
      reasonCode: 'other',
      reason: 'because',
      asked: [] as OverrideWish['asked'],
    } as const
    for (const answer of [
      await agreeTriage(context, about),
      await overrideTriage(context, wish),
      await readTriage(context, { intakeId }),
      await askLive(context, { intakeId, answers: { fever: 'no' } }),
    ])
      expect(answer).toMatchObject({ refused: 'missing' })
    expect(await listOverrides(context)).toEqual([])
  })
})

describe('raising', () => {
  test('to the same day calls the person today and closes booking', async () => {
    const { patient, provider, intakeId } = await anIntakeToReview()
    expect(await readBooking(testContext(database, patient))).toMatchObject({ gate: { kind: 'open' } })
    const raised = await override(provider, intakeId, {
      urgency: 'same_day',
      reasonCode: 'more_worrying',
      code: 'redflag:infection',
    })
    expect(raised).toMatchObject({ call: { urgency: 'same_day', mine: false } })
    expect(await callsOf(intakeId)).toMatchObject([{ urgency: 'same_day', code: 'redflag:infection', owner_id: null }])
    expect(await readBooking(testContext(database, patient))).toEqual({ gate: { kind: 'calledToday' } })
    expect(await nextStep(testContext(database, patient))).toMatchObject({ kind: 'call' })
    expect(await deedsOf(patient.id, provider.id)).toEqual(expect.arrayContaining(['triage.raise', 'urgent.open']))
  })

  test('from the same day to an emergency is a call of its own, and shows the person the emergency', async () => {
    const { patient, provider, colleague, intakeId } = await anIntakeToReview()
    await override(provider, intakeId, { urgency: 'same_day', code: 'redflag:cauda_equina' })
    await override(colleague, intakeId, { urgency: 'emergency', code: 'redflag:cauda_equina' })
    expect((await callsOf(intakeId)).map((call) => call['urgency']).toSorted()).toEqual(['emergency', 'same_day'])
    expect(await nextStep(testContext(database, patient))).toMatchObject({ kind: 'emergency' })
  })

  test('asks what is feared before it calls anyone', async () => {
    const { provider, intakeId } = await anIntakeToReview()
    expect(await override(provider, intakeId, { urgency: 'emergency' })).toMatchObject({ refused: 'code' })
    expect(await callsOf(intakeId)).toHaveLength(0)
  })

  test('to expedited calls nobody', async () => {
    const { patient, provider, intakeId } = await anIntakeToReview()
    expect(await override(provider, intakeId, { urgency: 'expedited' })).toMatchObject({ call: null })
    expect(await readBooking(testContext(database, patient))).toMatchObject({
      gate: { kind: 'open', urgency: 'expedited' },
    })
  })
})

describe('lowering', () => {
  const gone = async (who: Actor, intakeId: string) =>
    (await pageOf(who, intakeId)).standing.items.map(({ ruleId }) => ({ ruleId, now: 'gone' as const }))

  test('is refused while an item is not asked again, or is worse', async () => {
    const { provider, intakeId } = await anIntakeToReview(notSure)
    const { standing } = await pageOf(provider, intakeId)
    expect(standing).toMatchObject({ urgency: 'same_day' })
    expect(standing.items.length).toBeGreaterThan(0)
    expect(await override(provider, intakeId, { urgency: 'routine' })).toMatchObject({ refused: 'not_asked' })
    const worse = standing.items.map(({ ruleId }) => ({ ruleId, now: 'worse' as const }))
    expect(await override(provider, intakeId, { urgency: 'expedited', asked: worse })).toMatchObject({
      refused: 'worse',
    })
    expect((await pageOf(provider, intakeId)).standing.urgency).toBe('same_day')
  })

  test('opens booking, keeps the result, and closes no call', async () => {
    const { patient, provider, intakeId } = await anIntakeToReview(notSure)
    const raised = await askLive(testContext(database, provider), { intakeId, answers: { fainted: 'not_sure' } })
    expect(raised).toMatchObject({ call: { urgency: 'same_day' } })
    const asked = await gone(provider, intakeId)
    expect(await override(provider, intakeId, { urgency: 'routine', asked }, later(5))).toMatchObject({ call: null })
    const { file, standing } = await pageOf(provider, intakeId)
    expect(standing.urgency).toBe('routine')
    expect(file.result).toMatchObject({ urgency: 'same_day' })
    expect(await readBooking(testContext(database, patient))).toEqual({ gate: { kind: 'calledToday' } })
    const [call] = await database.owner`select id from urgent_items where source_id = ${intakeId}`
    const context = testContext(database, provider, { now: later(6) })
    await takeUrgent(context, { itemId: String(call?.['id']) })
    await closeUrgent(context, { itemId: String(call?.['id']), outcome: 'Talked, all is well' })
    expect(await readBooking(testContext(database, patient, { now: later(7) }))).toMatchObject({
      gate: { kind: 'open', urgency: 'routine' },
    })
    expect(await nextStep(testContext(database, patient))).toMatchObject({ kind: 'book', priority: false })
  })

  test('waits for a colleague, who agrees', async () => {
    const { provider, colleague, intakeId } = await anIntakeToReview(notSure)
    const asked = await gone(provider, intakeId)
    await override(provider, intakeId, { urgency: 'expedited', reason: 'Feeling is back.', asked })
    const mine = async (who: Actor) =>
      (await listOverrides(testContext(database, who))).filter((one) => one.intakeId === intakeId)
    expect(await mine(provider)).toEqual([])
    expect(await mine(colleague)).toMatchObject([
      { from: 'same_day', to: 'expedited', reason: 'Feeling is back.', by: 'Dr. First' },
    ])
    const own = { intakeId, seen: (await pageOf(provider, intakeId)).standing.newest ?? '' }
    await agreeTriage(testContext(database, provider), own)
    expect(await mine(colleague)).toHaveLength(1)
    const seen = { intakeId, seen: (await pageOf(colleague, intakeId)).standing.newest ?? '' }
    expect(await agreeTriage(testContext(database, colleague), seen)).toHaveProperty('reviewId')
    expect(await mine(colleague)).toEqual([])
    expect((await pageOf(colleague, intakeId)).standing.urgency).toBe('expedited')
  })

  test('what a colleague raised is asked again like any other item', async () => {
    const { provider, colleague, intakeId } = await anIntakeToReview()
    await override(provider, intakeId, { urgency: 'same_day', code: 'redflag:fracture', reason: 'Limps since today' })
    const { standing } = await pageOf(colleague, intakeId)
    expect(standing.items).toMatchObject([{ text: 'Raised by Dr. First', words: ['Limps since today'] }])
    expect(await override(colleague, intakeId, { urgency: 'routine' })).toMatchObject({ refused: 'not_asked' })
    const asked = await gone(colleague, intakeId)
    expect(await override(colleague, intakeId, { urgency: 'routine', asked })).toHaveProperty('reviewId')
  })

  test('what was settled does not raise again by itself; the same answer given anew does', async () => {
    const { provider, intakeId } = await anIntakeToReview(notSure)
    await override(provider, intakeId, { urgency: 'routine', asked: await gone(provider, intakeId) })
    const ask = (answers: Answers, minutes: number) =>
      askLive(testContext(database, provider, { now: later(minutes) }), { intakeId, answers })
    expect(await ask({ redEye: 'no' }, 10)).toMatchObject({ urgency: 'routine', call: null })
    expect(await ask({ saddleNumbness: 'not_sure' }, 20)).toMatchObject({
      urgency: 'same_day',
      call: { urgency: 'same_day' },
    })
    const { standing, file } = await pageOf(provider, intakeId)
    expect(standing.urgency).toBe('same_day')
    expect(file.reviews).toHaveLength(1)
  })
})

describe('the SI pattern', () => {
  test('is set by a clinician without touching the urgency', async () => {
    const { provider, intakeId } = await anIntakeToReview(notSure)
    const { standing } = await pageOf(provider, intakeId)
    expect(standing.siPattern).toBe('likely')
    await override(provider, intakeId, { siPattern: 'unlikely', reasonCode: 'other_cause_found' })
    expect((await pageOf(provider, intakeId)).standing).toMatchObject({ siPattern: 'unlikely', urgency: 'same_day' })
    await askLive(testContext(database, provider), { intakeId, answers: { redEye: 'no' } })
    expect((await pageOf(provider, intakeId)).standing).toMatchObject({ siPattern: 'unlikely', urgency: 'same_day' })
  })
})

test('of five clinicians who decide at once, one does; the others are told', async () => {
  const { provider, intakeId } = await anIntakeToReview()
  const { standing } = await pageOf(provider, intakeId)
  const clinicians = await Promise.all(Array.from({ length: 5 }, () => aPerson(database, { role: 'provider' })))
  const answers = await Promise.all(
    clinicians.map((who) =>
      overrideTriage(testContext(database, who), {
        intakeId,
        seen: standing.newest ?? '',
        urgency: 'expedited',
        siPattern: 'likely',
        reasonCode: 'more_worrying',
        reason: 'Worse since yesterday',
        asked: [],
      }),
    ),
  )
  expect(answers.filter((answer) => 'reviewId' in answer)).toHaveLength(1)
  expect(answers.flatMap((answer) => ('refused' in answer ? [answer.refused] : []))).toEqual(Array(4).fill('changed'))
  expect((await pageOf(provider, intakeId)).file.reviews).toHaveLength(1)
})
