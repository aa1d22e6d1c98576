import { describe, expect, test } from 'vitest'
import { anIntake } from '@db/factories/an-intake'
import { aPerson } from '@db/factories/a-person'
import { aTriagedIntake } from '@db/factories/a-triaged-intake'
import { aVisit } from '@db/factories/a-visit'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { currentVersion } from '~/domain/intake/versions'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { nextStep } from '~/features/intake/next-step.server'
import { submitIntake } from '~/features/intake/submit-intake.server'
import { readBooking } from '~/features/schedule/read-booking.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { urgentQueue } from '~/features/urgent/urgent-queue.server'
import { askLive } from './ask-live.server'
import { listIntakes } from './list-intakes.server'
import { overrideTriage } from './override-triage.server'
import { readTriage } from './read-triage.server'
import { recordExam } from './record-exam.server'

const database = testDatabase()
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)

async function aSentIntake(answers: Answers = {}) {
  const [patient, provider] = await Promise.all([
    aPerson(database, { bornOn: '1972-03-03' }),
    aPerson(database, { role: 'provider' }),
  ])
  const { intakeId } = await aTriagedIntake(database, { patient, answers })
  return { patient, provider, intakeId }
}

async function inVisit(patient: Actor, provider: Actor) {
  const { id } = await aVisit(database, { patient, provider })
  await database.owner`update visits set state = 'waiting' where id = ${id}`
  await database.owner`update visits set state = 'in_visit', admitted_at = starts_at where id = ${id}`
  return id
}

async function pageOf(who: Actor, intakeId: string) {
  const read = await readTriage(testContext(database, who), { intakeId })
  if (wasRefused(read)) throw new Error(read.refused)
  return read
}

const snapshot = async (intakeId: string) =>
  JSON.stringify([
    await database.owner`select * from intakes where id = ${intakeId}`,
    await database.owner`select * from intake_answers where intake_id = ${intakeId} order by question_key`,
    await database.owner`select * from triage_results where intake_id = ${intakeId}`,
  ])
const callsOf = (intakeId: string) =>
  database.owner`select urgency, code, question_key, owner_id, taken_at from urgent_items where source_id = ${intakeId}`

describe('asking live', () => {
  test('keeps the answer beside the intake, which does not change, and reads both together', async () => {
    const { patient, provider, intakeId } = await aSentIntake({ bellyPulse: 'not_sure' })
    const before = await snapshot(intakeId)
    const context = testContext(database, provider)
    const heard = await askLive(context, { intakeId, answers: { bellyPulse: 'no' } })
    expect(heard).toMatchObject({ before: 'same_day', urgency: 'same_day', call: null, say: null })
    expect(await snapshot(intakeId)).toBe(before)
    const { file, standing } = await pageOf(provider, intakeId)
    expect(file.readings).toMatchObject([{ cause: 'asked', answers: { bellyPulse: 'no' }, visitId: null }])
    expect(file.readings[0]?.result.urgency.tier).toBe('routine')
    expect(standing).toMatchObject({ urgency: 'same_day', answers: { bellyPulse: 'no' } })
    expect(standing.items).toMatchObject([{ known: 'gone' }])
    const deeds =
      await database.owner`select did, fields from audit_rows where patient_id = ${patient.id} and did = 'triage.ask'`
    expect(deeds).toMatchObject([{ fields: ['bellyPulse'] }])
  })

  test('all that was asked earlier is read with it', async () => {
    const { provider, intakeId } = await aSentIntake()
    const ask = (answers: Answers, minutes: number) =>
      askLive(testContext(database, provider, { now: later(minutes) }), { intakeId, answers })
    await ask({ redEye: 'yes' }, 1)
    await ask({ fainted: 'no' }, 2)
    const { file } = await pageOf(provider, intakeId)
    expect(file.readings.map((one) => one.result.urgency.codes)).toEqual([
      ['redflag:acute_red_eye'],
      ['redflag:acute_red_eye'],
    ])
    expect(await callsOf(intakeId)).toHaveLength(1)
  })

  test('an emergency answer says what to say, pages, and the person sees it', async () => {
    const { patient, provider, intakeId } = await aSentIntake()
    const heard = await askLive(testContext(database, provider), { intakeId, answers: { saddleNumbness: 'yes' } })
    expect(heard).toMatchObject({
      urgency: 'emergency',
      say: { variant: '911', say: 'back pain and new numbness where I sit' },
      call: { urgency: 'emergency', mine: false },
    })
    expect(await callsOf(intakeId)).toMatchObject([
      { urgency: 'emergency', code: 'redflag:cauda_equina', question_key: 'saddleNumbness', owner_id: null },
    ])
    const watch = await watchClinic(testContext(database, provider))
    expect('pages' in watch && watch.pages.map((page) => page.patientId)).toContain(patient.id)
    expect(await nextStep(testContext(database, patient))).toEqual({ kind: 'emergency' })
    expect(await readBooking(testContext(database, patient))).toEqual({ gate: { kind: 'calledToday' } })
  })

  test('in the visit it is the clinician’s own call, on record, and nobody is paged', async () => {
    const { patient, provider, intakeId } = await aSentIntake()
    const visitId = await inVisit(patient, provider)
    const heard = await askLive(testContext(database, provider), { intakeId, answers: { chestSymptoms: 'yes' } })
    expect(heard).toMatchObject({ urgency: 'emergency', call: { mine: true } })
    expect(await callsOf(intakeId)).toMatchObject([{ owner_id: provider.id, taken_at: testNow }])
    const watch = await watchClinic(testContext(database, provider))
    expect('pages' in watch && watch.pages.map((page) => page.patientId)).not.toContain(patient.id)
    expect((await pageOf(provider, intakeId)).file.readings).toMatchObject([{ visitId }])
    const colleague = await aPerson(database, { role: 'provider' })
    await askLive(testContext(database, colleague, { now: later(1) }), { intakeId, answers: { coldLeg: 'yes' } })
    expect(await callsOf(intakeId)).toHaveLength(1)
  })

  test('a half-filled draft is read as far as it goes; what nobody came to yet raises nothing', async () => {
    const { patient, provider } = await aSentIntake()
    const draft = { birthDate: '1972-03-03', sexAtBirth: 'female', fever: 'no' }
    const wish = { patient, submitted: false, answers: draft, version: currentVersion }
    const { intakeId } = await anIntake(database, wish)
    const ask = (answers: Answers, minutes: number) =>
      askLive(testContext(database, provider, { now: later(minutes) }), { intakeId, answers })
    expect(await ask({ fainted: 'no' }, 1)).toMatchObject({ before: null, urgency: 'routine', call: null })
    expect(await ask({ coldLeg: 'not_sure' }, 2)).toMatchObject({ urgency: 'same_day', call: { urgency: 'same_day' } })
    expect(await ask({ coldLeg: 'yes' }, 3)).toMatchObject({ urgency: 'emergency', call: { urgency: 'emergency' } })
  })

  test('what was heard while the draft was open stands when the person sends it', async () => {
    const [patient, provider] = [await aPerson(database), await aPerson(database, { role: 'provider' })]
    const wish = { patient, submitted: false, answers: examples.rightSided.answers, version: currentVersion }
    const { intakeId } = await anIntake(database, wish)
    await askLive(testContext(database, provider), { intakeId, answers: { redEye: 'yes' } })
    const sent = await submitIntake(testContext(database, patient, { now: later(5) }), { intakeId })
    expect(sent).toMatchObject({ intakeId })
    expect((await pageOf(provider, intakeId)).standing.urgency).toBe('same_day')
    expect(await readBooking(testContext(database, patient))).toEqual({ gate: { kind: 'calledToday' } })
  })

  test.each([
    ['nothing', {}, 'nothing'],
    ['an answer that the question does not offer', { fever: 'maybe' }, 'answer'],
    ['a number beyond the scale', { painNow: 11 }, 'answer'],
    ['a question that belongs to the person', { consentPrivacy: true }, 'answer'],
    ['places on the map', { painAreas: [{ region: 'si-left' }] }, 'answer'],
    ['a question nobody asks', { favouriteColour: 'blue' }, 'answer'],
  ])('refuses %s', async (_, answers, refused) => {
    const { provider, intakeId } = await aSentIntake()
    const wish = { intakeId, answers: answers as Answers }
    expect(await askLive(testContext(database, provider), wish)).toMatchObject({ refused })
    expect((await pageOf(provider, intakeId)).file.readings).toHaveLength(0)
  })

  test('of several clinicians who ask at once, every answer is kept', async () => {
    const { provider, intakeId } = await aSentIntake()
    const asked: Answers[] = [{ redEye: 'yes' }, { fainted: 'no' }, { coldLeg: 'no' }, { vomiting: 'no' }]
    const heard = await Promise.all(
      asked.map((answers) => askLive(testContext(database, provider), { intakeId, answers })),
    )
    expect(heard.filter((one) => 'readingId' in one)).toHaveLength(4)
    const { file, standing } = await pageOf(provider, intakeId)
    expect(file.readings).toHaveLength(4)
    expect(standing.answers).toMatchObject(Object.assign({}, ...asked))
    expect(standing.urgency).toBe('same_day')
    expect(new Set(file.readings.map((one) => one.at.getTime())).size).toBe(4)
  })
})

describe('an exam', () => {
  const tests = ['faber', 'gaenslen', 'thigh-thrust', 'compression', 'distraction'] as const
  const findings = (positive: number, more: object = {}) =>
    tests.map((id, index) => ({
      test: id as string,
      side: 'right' as const,
      result: index < positive ? ('positive' as const) : ('negative' as const),
      attested: false,
      ...more,
    }))

  test('in person gives a probability with its basis, and leaves the urgency alone', async () => {
    const { provider, intakeId } = await aSentIntake({ fainted: 'not_sure' })
    const before = await snapshot(intakeId)
    expect((await pageOf(provider, intakeId)).standing.reading?.si.probability).toBeUndefined()
    const wish = { intakeId, mode: 'in_person' as const, findings: findings(3) }
    expect(await recordExam(testContext(database, provider), wish)).toMatchObject({ urgency: 'same_day', call: null })
    const { standing } = await pageOf(provider, intakeId)
    expect(standing.reading?.si).toMatchObject({ examDone: true, probability: { prior: 0.2 } })
    expect(standing.exam.findings).toHaveLength(5)
    expect(await snapshot(intakeId)).toBe(before)
  })

  test('without one positive test of five makes the pattern unlikely', async () => {
    const { provider, intakeId } = await aSentIntake()
    expect((await pageOf(provider, intakeId)).standing.siPattern).toBe('likely')
    await recordExam(testContext(database, provider), { intakeId, mode: 'in_person', findings: findings(0) })
    expect((await pageOf(provider, intakeId)).standing.siPattern).toBe('unlikely')
  })

  test('by video that nobody attests changes nothing that the rules say', async () => {
    const { provider, intakeId } = await aSentIntake()
    const video = [{ test: 'faber', side: 'right' as const, result: 'negative' as const, attested: false }]
    await recordExam(testContext(database, provider), { intakeId, mode: 'video', findings: video })
    const { standing } = await pageOf(provider, intakeId)
    expect(standing.siPattern).toBe('likely')
    expect(standing.reading?.si).toMatchObject({ examDone: false })
    expect(standing.exam.findings).toMatchObject([{ mode: 'video', attested: false }])
  })

  test('adds to what was recorded before', async () => {
    const { provider, intakeId } = await aSentIntake()
    const [first, ...rest] = findings(3)
    if (!first) throw new Error('no finding')
    const record = (list: typeof rest, minutes: number) =>
      recordExam(testContext(database, provider, { now: later(minutes) }), {
        intakeId,
        mode: 'in_person',
        findings: list,
      })
    await record([first], 1)
    await record(rest, 2)
    await record([{ ...first, result: 'negative' }], 3)
    const { standing, file } = await pageOf(provider, intakeId)
    expect(file.readings).toHaveLength(3)
    expect(standing.exam.findings.filter((one) => one.result === 'positive')).toHaveLength(2)
  })

  test.each([
    ['an examiner’s test', { test: 'yeoman' }, {}],
    ['a test whose gate fires', { test: 'gaenslen' }, { boneRisks: ['osteoporosis'] }],
  ])('by video refuses %s, and keeps that it was not safe', async (_, one, answers) => {
    const { provider, intakeId } = await aSentIntake(answers as Answers)
    const record = (more: object) =>
      recordExam(testContext(database, provider), {
        intakeId,
        mode: 'video',
        findings: [{ side: 'right', result: 'positive', attested: true, ...one, ...more }],
      })
    expect(await record({})).toMatchObject({ refused: 'gate' })
    expect(await record({ result: 'unsafe', reason: 'Not by video' })).toHaveProperty('readingId')
  })

  test('of someone alone leaves out what needs a helper', async () => {
    const { patient, provider, intakeId } = await aSentIntake()
    const visitId = await inVisit(patient, provider)
    await database.owner`insert into arrivals (visit_id, patient_id, consent_version, consented_at, address, state, call_back_phone, emergency_contact, who_is_there, camera, microphone, arrived_at)
      values (${visitId}, ${patient.id}, '1', now(), '1 Street', 'MN', '612-555-0100', 'someone', 'No one', 'works', 'works', now())`
    const wish = { test: 'gaenslen', side: 'right' as const, result: 'negative' as const, attested: true }
    expect(
      await recordExam(testContext(database, provider), { intakeId, mode: 'video', findings: [wish] }),
    ).toMatchObject({ refused: 'gate', message: expect.stringContaining('Nobody is with them') })
  })
})

describe('the list of intakes', () => {
  test('has the most urgent first, then who waits longest, and drafts only with a visit ahead', async () => {
    const provider = await aPerson(database, { role: 'provider' })
    const sent = async (name: string, minutesAgo: number, answers: Answers = {}) => {
      const patient = await aPerson(database, { name })
      const { intakeId } = await aTriagedIntake(database, { patient, answers, at: later(-minutesAgo) })
      return { patient, intakeId, name }
    }
    const routine = await sent('Routine', 60)
    const longer = await sent('Longer', 120)
    const urgent = await sent('Urgent', 30, { fainted: 'not_sure' })
    const lonely = await aPerson(database, { name: 'Draft alone' })
    await anIntake(database, { patient: lonely, submitted: false })
    const booked = await aPerson(database, { name: 'Draft with a visit' })
    const draft = await anIntake(database, { patient: booked, submitted: false, version: currentVersion })
    await aVisit(database, { patient: booked, provider, startsAt: later(60) })
    const list = await listIntakes(testContext(database, provider))
    if (wasRefused(list)) throw new Error(list.refused)
    const own = new Set([routine, longer, urgent].map((one) => one.intakeId).concat(draft.intakeId))
    const mine = list.filter((one) => own.has(one.id))
    expect(mine.map((one) => one.patient.name)).toEqual(['Urgent', 'Longer', 'Routine', 'Draft with a visit'])
    expect(list.map((one) => one.patient.id)).not.toContain(lonely.id)
    expect(mine[0]).toMatchObject({ urgency: 'same_day', completeness: { notSure: 1, safety: 1 }, reviewed: null })
    expect(mine[3]).toMatchObject({ submittedAt: null, urgency: null, visit: { startsAt: later(60) } })
    expect(mine[3]?.completeness.missing).toBeGreaterThan(10)
    for (const role of ['patient', 'scheduler', 'admin'] as const)
      expect(await listIntakes(testContext(database, await aPerson(database, { role })))).toMatchObject({
        refused: 'missing',
      })
  })

  test('forgets who has been seen, and shows the standing urgency', async () => {
    const { patient, provider, intakeId } = await aSentIntake()
    const find = async () => {
      const list = await listIntakes(testContext(database, provider))
      return wasRefused(list) ? undefined : list.find((one) => one.id === intakeId)
    }
    await askLive(testContext(database, provider), { intakeId, answers: { redEye: 'yes' } })
    expect(await find()).toMatchObject({ urgency: 'same_day' })
    const visitId = await inVisit(patient, provider)
    expect(await find()).toMatchObject({ visit: { id: visitId } })
    await database.owner`update visits set state = 'ended', ended_at = ends_at where id = ${visitId}`
    expect(await find()).toBeUndefined()
  })
})

describe('the list of calls', () => {
  test('says what was answered live, and what a colleague feared', async () => {
    const { provider, intakeId } = await aSentIntake({ saddleNumbness: 'not_sure' })
    await Promise.all(
      [{ saddleNumbness: 'yes' } as const, { vomiting: 'no' } as const].map((answers) =>
        askLive(testContext(database, provider), { intakeId, answers }),
      ),
    )
    const other = await aSentIntake()
    const { standing } = await pageOf(provider, other.intakeId)
    await overrideTriage(testContext(database, provider), {
      intakeId: other.intakeId,
      seen: standing.newest ?? '',
      urgency: 'same_day',
      siPattern: 'likely',
      reasonCode: 'more_worrying',
      reason: 'Limps',
      code: 'redflag:fracture',
      asked: [],
    })
    const queue = await urgentQueue(testContext(database, provider))
    const of = (id: string) => queue.filter((entry) => entry.sourceId === id)
    expect(of(intakeId)).toMatchObject([{ urgency: 'emergency', said: { answer: 'Yes' }, raisedBy: null }])
    expect(of(other.intakeId)).toMatchObject([{ urgency: 'same_day', raisedBy: { reason: 'Limps' } }])
  })
})
