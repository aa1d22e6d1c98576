import { expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { examples } from '~/domain/intake/examples'
import type { AnswerValue, Answers, QuestionKey } from '~/domain/intake/instrument'
import { wasRefused } from '~/domain/refusal'
import { correctedCall } from '~/features/urgent/corrected-call.server'
import { closeUrgent } from '~/features/urgent/close-urgent.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { takeUrgent } from '~/features/urgent/take-urgent.server'
import { urgentItem } from '~/features/urgent/urgent-item.server'
import { correctAnswer } from './correct-answer.server'
import { nextStep } from './next-step.server'
import { readDraft } from './read-draft.server'
import { saveAnswers } from './save-answers.server'
import { startIntake } from './start-intake.server'
import { submitIntake } from './submit-intake.server'

const database = testDatabase()
const [example] = Object.values(examples)
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)

async function aWrongTap(key: QuestionKey = 'saddleNumbness', value: AnswerValue = 'yes', others: Answers = {}) {
  const patient = await aPerson(database)
  const context = testContext(database, patient)
  const { id } = await startIntake(context)
  const save = async (answers: Answers, now = testNow) => {
    const { draft } = await readDraft(context)
    const given = (Object.entries(answers) as [QuestionKey, AnswerValue][]).map(([one, said]) => ({
      key: one,
      value: said,
      base: draft?.stored.get(one)?.version ?? 0,
    }))
    const saved = await saveAnswers({ ...context, now }, { intakeId: id, answers: given })
    if (wasRefused(saved)) throw new Error(saved.message)
    return saved
  }
  await save({ ...others, [key]: value })
  const emergency = await openEmergency(context)
  if (!emergency) throw new Error('no emergency')
  const after = { ...context, now: later(1) }
  const again = (said: AnswerValue) => correctAnswer(after, { itemId: emergency.id, value: said })
  return { patient, context, after, id, itemId: emergency.id, emergency, save, again }
}

const history = (intakeId: string) =>
  database.owner`select question_key, value, answered_at, replaced_at from intake_answer_history where intake_id = ${intakeId} order by version`
const items = (patientId: string) =>
  database.owner`select urgency, closed_at, corrected_at, mistake_said_at, due_at from urgent_items where patient_id = ${patientId} order by opened_at`

test('a safe second answer takes the emergency page away and leaves the call as it is', async () => {
  const { patient, context, after, id, itemId, emergency, again } = await aWrongTap()
  expect(emergency.question?.key).toBe('saddleNumbness')
  const [before] = await items(patient.id)
  expect(await again('no')).toEqual({ outcome: 'corrected' })
  expect(await openEmergency(context)).toBeNull()
  expect(await items(patient.id)).toEqual([{ ...before, corrected_at: later(1), mistake_said_at: later(1) }])
  expect(await correctedCall(context)).toMatchObject({ question: 'saddleNumbness', phone: '952-555-0123' })
  expect(await nextStep(context)).toMatchObject({ kind: 'call', dueAt: later(15), draft: true })
  expect((await readDraft(context)).draft?.answers.saddleNumbness).toBe('no')
  expect(await history(id)).toMatchObject([{ value: 'yes', answered_at: testNow, replaced_at: later(1) }])
  const jobs =
    await database.owner`select 1 from graphile_worker._private_jobs where key = ${`escalate-urgent:${itemId}`}`
  expect(jobs).toHaveLength(1)
  const did = await database.owner`
    select did, fields from audit_rows where patient_id = ${patient.id} and did in ('intake.correct', 'urgent.correct') order by did`
  expect(did).toEqual([
    { did: 'intake.correct', fields: ['saddleNumbness'] },
    { did: 'urgent.correct', fields: ['saddleNumbness'] },
  ])
  const clinician = testContext(database, await aPerson(database, { role: 'provider' }), { now: later(2) })
  expect(await urgentItem(clinician, { itemId })).toMatchObject({
    urgency: 'emergency',
    said: { answer: 'Yes' },
    corrected: { at: later(1), answer: 'No' },
    closedAt: null,
  })
  expect(after.now).toEqual(later(1))
})

test('the same answer again is recorded and changes nothing; another one that needs help now keeps the page', async () => {
  const { patient, context, id, again } = await aWrongTap()
  expect(await again('yes')).toEqual({ outcome: 'same' })
  expect(await items(patient.id)).toMatchObject([{ corrected_at: null, mistake_said_at: null }])
  expect(await history(id)).toEqual([])
  const [row] =
    await database.owner`select count(*)::int as rows from audit_rows where did = 'intake.correct' and patient_id = ${patient.id}`
  expect(row?.['rows']).toBe(1)
  expect(await openEmergency(context)).not.toBeNull()

  const other = await aWrongTap('selfHarmNow', ['plan'])
  expect(await other.again(['means'])).toEqual({ outcome: 'still' })
  expect(await openEmergency(other.context)).toMatchObject({ question: { key: 'selfHarmNow' } })
  expect(await history(other.id)).toMatchObject([{ value: ['plan'] }])
  expect(await other.again(['none'])).toEqual({ outcome: 'corrected' })
  expect(await openEmergency(other.context)).toBeNull()
})

test('"not sure" is a fine second answer: no emergency page, the call stays', async () => {
  const { context, again, patient } = await aWrongTap()
  expect(await again('not_sure')).toEqual({ outcome: 'corrected' })
  expect(await openEmergency(context)).toBeNull()
  expect(await items(patient.id)).toMatchObject([{ urgency: 'emergency', closed_at: null, corrected_at: later(1) }])
})

test('the form never takes an emergency answer back, only the second question does', async () => {
  const { save, again, context } = await aWrongTap()
  expect(await save({ saddleNumbness: 'no' })).toMatchObject({ emergency: true, conflicts: [{ kept: 'theirs' }] })
  await again('no')
  expect(await save({ goals: 'Walk' }, later(2))).toMatchObject({ emergency: false, conflicts: [] })
  expect(await openEmergency(context)).toBeNull()
})

test('the emergency answer once more, after it was taken back, is an emergency of its own', async () => {
  const { patient, context, save, again } = await aWrongTap()
  await again('no')
  expect(await save({ saddleNumbness: 'yes' }, later(3))).toMatchObject({ emergency: true })
  expect(await openEmergency(context)).toMatchObject({ openedAt: later(3) })
  expect(await items(patient.id)).toMatchObject([{ corrected_at: later(1) }, { corrected_at: null }])
  expect(await correctedCall(context)).toBeNull()
})

test('of two emergencies one is taken back and the other keeps the page', async () => {
  const { context, again, save } = await aWrongTap()
  await save({ chestSymptoms: 'yes' } as Answers)
  await again('no')
  expect(await openEmergency(context)).toMatchObject({ question: { key: 'chestSymptoms' } })
  expect(await nextStep(context)).toEqual({ kind: 'emergency' })
})

test('what was an emergency only together with the wrong tap is taken back with it', async () => {
  const { context, again, patient } = await aWrongTap('vomiting', 'yes', { groinLump: 'stuck' })
  expect((await items(patient.id)).filter((item) => item['urgency'] === 'emergency')).toHaveLength(2)
  expect(await again('no')).toEqual({ outcome: 'corrected' })
  expect(await openEmergency(context)).toBeNull()
})

test('a corrected intake can be sent, is called at least today, and books nothing until a human closes the call', async () => {
  const { id, save, again, patient, after, itemId } = await aWrongTap()
  await again('no')
  await save({ ...example?.answers, saddleNumbness: 'no' }, later(2))
  expect(await submitIntake(after, { intakeId: id })).toEqual({ intakeId: id, emergency: false })
  const [result] = await database.owner`select urgency, result from triage_results where intake_id = ${id}`
  expect(['same_day', 'emergency']).toContain(result?.['urgency'])
  expect(await nextStep(after)).toMatchObject({ kind: 'call' })
  expect(await items(patient.id)).toHaveLength(1)
  const clinician = testContext(database, await aPerson(database, { role: 'provider' }), { now: later(5) })
  await takeUrgent(clinician, { itemId })
  await closeUrgent(clinician, { itemId, outcome: 'A wrong tap, asked again' })
  expect(await nextStep({ ...after, now: later(6) })).toMatchObject({ kind: 'book', called: true })
})

test('another emergency in the whole intake is not hidden behind a corrected one', async () => {
  const { context, id, save, again, after } = await aWrongTap()
  await again('no')
  await save({ ...example?.answers, saddleNumbness: 'no' }, later(2))
  await database.owner`insert into intake_answers (intake_id, patient_id, question_key, value, version, answered_at, answered_by)
    select id, patient_id, 'bothLegs', '"yes"', 99, now(), patient_id from intakes where id = ${id}
    on conflict (intake_id, question_key) do update set value = excluded.value`
  expect(await submitIntake(after, { intakeId: id })).toMatchObject({ emergency: true })
  expect(await openEmergency(context)).toMatchObject({ question: null })
})

test('nobody corrects for another person, twice, or after it was closed or sent', async () => {
  const { itemId, again } = await aWrongTap()
  const stranger = testContext(database, await aPerson(database))
  expect(await correctAnswer(stranger, { itemId, value: 'no' })).toMatchObject({ refused: 'missing' })
  const clinician = testContext(database, await aPerson(database, { role: 'provider' }), { now: later(1) })
  expect(await correctAnswer(clinician, { itemId, value: 'no' })).toMatchObject({ refused: 'missing' })
  const both = await Promise.all([again('no'), again('not_sure')])
  expect(both.filter((one) => wasRefused(one))).toMatchObject([{ refused: 'missing' }])
})

test('words that raised the alarm are asked a second time, too', async () => {
  const { id, again, emergency } = await aWrongTap('painWords', 'I want to die and I have a plan to kill myself')
  expect(emergency.question?.key).toBe('painWords')
  expect(await again('It kills me to sit')).toMatchObject({ outcome: 'corrected' })
  expect(await history(id)).toHaveLength(1)
})
