import { describe, expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { attempt } from '@db/test/attempt'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { examples } from '~/domain/intake/examples'
import type { AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { closeUrgent } from '~/features/urgent/close-urgent.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { replyUrgent } from '~/features/urgent/reply-urgent.server'
import { takeUrgent } from '~/features/urgent/take-urgent.server'
import { listPhoneIntakes } from './list-phone-intakes.server'
import { nextStep } from './next-step.server'
import { openPhoneIntake } from './open-phone-intake.server'
import { phoneNextStep } from './phone-next-step.server'
import { readDraft } from './read-draft.server'
import { readPhoneIntake } from './read-phone-intake.server'
import { saveAnswers } from './save-answers.server'
import { startIntake } from './start-intake.server'
import { submitIntake } from './submit-intake.server'
import { takeOverDraft } from './take-over-draft.server'

const database = testDatabase()
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)
const aScheduler = async () => testContext(database, await aPerson(database, { role: 'scheduler' }))

async function aCall() {
  const patient = await aPerson(database)
  const context = await aScheduler()
  const opened = await openPhoneIntake(context, { patientId: patient.id, language: 'English', interpreter: 'no' })
  if (wasRefused(opened)) throw new Error(opened.message)
  return { patient, context, id: opened.id, save: saver(context, patient.id, opened.id) }
}

function saver(context: ReturnType<typeof testContext>, patientId: string, intakeId: string) {
  return async (given: Partial<Record<QuestionKey, AnswerValue>>, base?: number) => {
    const intake = await readPhoneIntake(context, { intakeId })
    if (wasRefused(intake)) throw new Error(intake.message)
    const answers = (Object.entries(given) as [QuestionKey, AnswerValue][]).map(([key, value]) => ({
      key,
      value,
      base: base ?? intake.versions[key] ?? 0,
    }))
    const saved = await saveAnswers(context, { intakeId, patientId, answers })
    if (wasRefused(saved)) throw new Error(saved.message)
    return saved
  }
}

test('a call opens an intake in the scheduler’s name, with what was said first and what was agreed to', async () => {
  const { context, patient, id } = await aCall()
  const intake = await readPhoneIntake(context, { intakeId: id })
  expect(intake).toMatchObject({
    patient: { id: patient.id, hasEmail: true },
    answers: {
      birthDate: '1970-05-04',
      sexAtBirth: 'female',
      stateOfResidence: 'MN',
      language: 'English',
      interpreter: 'no',
    },
    agreement: { version: '1.0.0', agreedAt: testNow, recordedBy: context.actor.id, tookOver: false },
  })
  const [row] = await database.owner`select source, opened_by from intakes where id = ${id}`
  expect(row).toEqual({ source: 'phone', opened_by: context.actor.id })
  const by = await database.owner`select distinct answered_by from intake_answers where intake_id = ${id}`
  expect(by).toEqual([{ answered_by: context.actor.id }])
})

test('two schedulers at once share one draft, both agreements stay, and one answer never silently replaces another', async () => {
  const patient = await aPerson(database)
  const both = await Promise.all([aScheduler(), aScheduler()])
  const opened = await Promise.all(both.map((context) => openPhoneIntake(context, { patientId: patient.id })))
  const ids = opened.map((one) => (wasRefused(one) ? '' : one.id))
  expect(new Set(ids).size).toBe(1)
  expect(await database.owner`select 1 from phone_agreements where intake_id = ${ids[0] ?? ''}`).toHaveLength(2)
  const race = await Promise.all(
    both.map((context, at) =>
      saveAnswers(context, {
        intakeId: ids[0] ?? '',
        patientId: patient.id,
        answers: [{ key: 'pegActivity', value: at + 3, base: 0 }],
      }),
    ),
  )
  const conflicts = race.flatMap((saved) => (wasRefused(saved) ? [] : saved.conflicts))
  expect(conflicts).toHaveLength(1)
})

test('the person sees and corrects what was written down, until it is sent; the source stays', async () => {
  const { patient, save, id, context } = await aCall()
  await save({ painNow: 7 })
  const own = testContext(database, patient)
  const { draft } = await readDraft(own)
  expect(draft).toMatchObject({ id, answers: { painNow: 7 } })
  const base = draft?.stored.get('painNow')?.version ?? 0
  await saveAnswers(own, { intakeId: id, answers: [{ key: 'painNow', value: 5, base }] })
  expect(await readPhoneIntake(context, { intakeId: id })).toMatchObject({ answers: { painNow: 5 } })
  const [row] =
    await database.owner`select i.source, a.answered_by from intakes i join intake_answers a on a.intake_id = i.id and a.question_key = 'painNow' where i.id = ${id}`
  expect(row).toEqual({ source: 'phone', answered_by: patient.id })
})

test('finished and sent by phone: the rules read it, and who asked sees only what comes next', async () => {
  const { save, context, patient, id } = await aCall()
  await save(examples.rightSided.answers as Partial<Record<QuestionKey, AnswerValue>>)
  expect(await submitIntake(context, { intakeId: id, patientId: patient.id })).toMatchObject({ emergency: false })
  expect(await readPhoneIntake(context, { intakeId: id })).toMatchObject({ answers: {}, submittedAt: testNow })
  expect(await phoneNextStep(context, { intakeId: id })).toMatchObject({ next: { kind: 'book', priority: false } })
  expect((await listPhoneIntakes(context)).sent.map((one) => [one.id, one.next])).toContainEqual([id, 'book_consult'])
  const [result] = await database.owner`select urgency from triage_results where intake_id = ${id}`
  expect(result).toEqual({ urgency: 'routine' })
})

test('the person is told when a draft was asked by phone, and what was sent says so', async () => {
  const { save, context, patient, id } = await aCall()
  const own = testContext(database, patient)
  expect((await readDraft(own)).draft).toMatchObject({ id, calledAt: testNow })
  await openPhoneIntake(testContext(database, context.actor, { now: later(90) }), { patientId: patient.id })
  expect((await readDraft(own)).draft?.calledAt).toEqual(later(90))
  await save(examples.rightSided.answers as Partial<Record<QuestionKey, AnswerValue>>)
  await submitIntake(context, { intakeId: id, patientId: patient.id })
  expect((await readDraft(own)).sent).toEqual({ at: testNow, byPhone: true, papers: false })
  expect(await nextStep(own)).toMatchObject({ kind: 'book', byPhone: true, papers: false })
  const other = testContext(database, await aPerson(database))
  await startIntake(other)
  expect((await readDraft(other)).draft?.calledAt).toBeNull()
})

test('an emergency by phone pages a clinician exactly as in the portal, and only a human closes it', async () => {
  const { save, context, patient, id } = await aCall()
  expect(await save({ saddleNumbness: 'yes' })).toMatchObject({ emergency: true })
  const emergency = await openEmergency(context, { patientId: patient.id })
  expect(emergency?.text.title).toBe('Call 911 now.')
  expect(
    await database.owner`select urgency, source, source_id from urgent_items where patient_id = ${patient.id}`,
  ).toEqual([{ urgency: 'emergency', source: 'intake', source_id: id }])
  const jobs =
    await database.owner`select 1 from graphile_worker.jobs where key = ${`escalate-urgent:${emergency?.id}`}`
  expect(jobs).toHaveLength(1)
  const itemId = emergency?.id ?? ''
  expect(await replyUrgent(context, { itemId, patientId: patient.id, reply: 'called_911' })).toEqual({ id: itemId })
  expect(await submitIntake(context, { intakeId: id, patientId: patient.id })).toMatchObject({ refused: 'emergency' })
  const clinician = testContext(database, await aPerson(database, { role: 'provider' }), { now: later(5) })
  await takeUrgent(clinician, { itemId })
  await closeUrgent(clinician, { itemId, outcome: 'Spoke with her' })
  expect(await openEmergency(context, { patientId: patient.id })).toBeNull()
})

test('the list says how far each call is, and whose it is', async () => {
  const { save, context, id, patient } = await aCall()
  await save({ painNewOrWorse: 'no' })
  const one = (await listPhoneIntakes(context)).open.find((each) => each.id === id)
  expect(one).toMatchObject({ patient: { id: patient.id }, progress: { answered: 6 } })
  expect(one?.openedBy).toMatch(/Test scheduler/)
})

describe('an own draft in the portal', () => {
  async function ownDraft() {
    const patient = await aPerson(database)
    const own = testContext(database, patient)
    const { id } = await startIntake(own)
    await saveAnswers(own, { intakeId: id, answers: [{ key: 'goals', value: 'Walk the dog', base: 0 }] })
    return { patient, own, id }
  }

  test('is not opened, read or written by who asks by phone', async () => {
    const { patient, id } = await ownDraft()
    const context = await aScheduler()
    expect(await openPhoneIntake(context, { patientId: patient.id })).toMatchObject({ refused: 'own_draft' })
    expect(await readPhoneIntake(context, { intakeId: id })).toMatchObject({ refused: 'missing' })
    const answers = [{ key: 'goals' as const, value: 'Else', base: 1 }]
    expect(await saveAnswers(context, { intakeId: id, patientId: patient.id, answers })).toMatchObject({
      refused: 'missing',
    })
    expect(await submitIntake(context, { intakeId: id, patientId: patient.id })).toMatchObject({ refused: 'missing' })
    expect(await phoneNextStep(context, { intakeId: id })).toMatchObject({ refused: 'missing' })
  })

  test('is taken over with a yes: everything is asked again, and what was written stays in the record, unseen', async () => {
    const { patient, own, id } = await ownDraft()
    const context = await aScheduler()
    expect(await takeOverDraft(context, { patientId: patient.id, language: 'English' })).toEqual({ id })
    const intake = await readPhoneIntake(context, { intakeId: id })
    expect(intake).toMatchObject({ agreement: { tookOver: true }, answers: { language: 'English' } })
    expect(intake).not.toHaveProperty('answers.goals')
    const kept =
      await database.owner`select value from intake_answer_history where intake_id = ${id} and question_key = 'goals'`
    expect(kept).toEqual([{ value: 'Walk the dog' }])
    const late = await saveAnswers(own, { intakeId: id, answers: [{ key: 'goals', value: 'Walk two dogs', base: 2 }] })
    expect(wasRefused(late) ? [] : late.conflicts).toHaveLength(1)
    const peek = await attempt(
      database,
      context.actor,
      patient.id,
      (sql) => sql`select value from intake_answer_history where intake_id = ${id}`,
    )
    expect(peek).toBe('denied')
  })

  test('is not taken over while an emergency is open, and not twice', async () => {
    const { patient, own, id } = await ownDraft()
    const context = await aScheduler()
    await saveAnswers(own, { intakeId: id, answers: [{ key: 'saddleNumbness', value: 'yes', base: 0 }] })
    expect(await takeOverDraft(context, { patientId: patient.id })).toMatchObject({ refused: 'emergency' })
    expect((await readDraft(own)).draft?.answers).toMatchObject({ goals: 'Walk the dog', saddleNumbness: 'yes' })
    const calm = await ownDraft()
    const twice = await Promise.all(
      [aScheduler(), aScheduler()].map(async (one) => takeOverDraft(await one, { patientId: calm.patient.id })),
    )
    expect(twice.filter((one) => !wasRefused(one))).toHaveLength(1)
  })
})

describe('the rights of who asks by phone end where the call ends', () => {
  const tryAs = (actor: Actor, about: string, statement: string) =>
    attempt(database, actor, about, (sql) => sql.unsafe(statement))

  test('only schedulers ask, and only for a patient', async () => {
    const patient = await aPerson(database)
    const provider = await aPerson(database, { role: 'provider' })
    for (const actor of [patient, provider, await aPerson(database, { role: 'admin' })]) {
      const context = testContext(database, actor)
      expect(await openPhoneIntake(context, { patientId: patient.id })).toMatchObject({ refused: 'missing' })
      expect(await takeOverDraft(context, { patientId: patient.id })).toMatchObject({ refused: 'missing' })
      expect(await listPhoneIntakes(context)).toEqual({ open: [], sent: [] })
    }
    expect(await openPhoneIntake(await aScheduler(), { patientId: provider.id })).toMatchObject({ refused: 'missing' })
  })

  test('nobody opens in another name, turns a source around or agrees for another scheduler', async () => {
    const { patient, context, id } = await aCall()
    const { actor } = context
    const other = await aPerson(database, { role: 'scheduler' })
    const stranger = await aPerson(database)
    const intake = (source: string, by: Actor, of: Actor) =>
      `insert into intakes (patient_id, instrument_version, source, opened_by, started_at, saved_at) values ('${of.id}', '1.1.0', '${source}', '${by.id}', now(), now())`
    const agreement = (by: Actor) =>
      `insert into phone_agreements (intake_id, patient_id, version, said_back_at, agreed_at, recorded_by) values ('${id}', '${patient.id}', '1.0.0', now(), now(), '${by.id}')`
    const own = await startIntake(testContext(database, stranger))
    const attacks: [Actor, string, string][] = [
      [actor, stranger.id, intake('patient', actor, stranger)],
      [actor, stranger.id, intake('phone', other, stranger)],
      [stranger, stranger.id, intake('phone', stranger, stranger)],
      [actor, patient.id, agreement(other)],
      [patient, patient.id, agreement(patient)],
      [actor, patient.id, `update intakes set source = 'patient' where id = '${id}'`],
      [actor, stranger.id, `update intakes set source = 'phone', opened_by = '${actor.id}' where id = '${own.id}'`],
      [stranger, stranger.id, `update intakes set source = 'phone' where id = '${own.id}'`],
      [stranger, stranger.id, `select app.take_over_draft('${stranger.id}')`],
      [other, patient.id, `update intakes set opened_by = '${other.id}' where id = '${id}'`],
      [actor, patient.id, `update phone_agreements set agreed_at = now() where intake_id = '${id}'`],
      [
        actor,
        stranger.id,
        `insert into intake_answers (intake_id, patient_id, question_key, value, answered_at, answered_by) values ('${own.id}', '${stranger.id}', 'painNow', '3', now(), '${actor.id}')`,
      ],
      [
        actor,
        stranger.id,
        `insert into urgent_items (patient_id, urgency, source, source_id, code, opened_at, due_at) values ('${stranger.id}', 'emergency', 'intake', '${own.id}', 'x', now(), now())`,
      ],
    ]
    for (const [who, about, attack] of attacks)
      expect(await tryAs(who, about, attack), `${who.role}: ${attack}`).not.toBe('done')
  })

  test('once it is sent, no answer of it is read or changed, and no result is', async () => {
    const { save, context, patient, id } = await aCall()
    await save(examples.rightSided.answers as Partial<Record<QuestionKey, AnswerValue>>)
    await submitIntake(context, { intakeId: id, patientId: patient.id })
    const attacks = [
      `select value from intake_answers where intake_id = '${id}'`,
      `select question_key from intake_paces where intake_id = '${id}'`,
      `update intake_answers set value = '9' where intake_id = '${id}'`,
      `update intakes set saved_at = now() where id = '${id}'`,
      `select result from triage_results where intake_id = '${id}'`,
      `select si_pattern from triage_results where intake_id = '${id}'`,
      `select content from intake_files`,
      `update urgent_items set owner_id = '${context.actor.id}', taken_at = now() where patient_id = '${patient.id}'`,
    ]
    for (const attack of attacks) expect(await tryAs(context.actor, patient.id, attack), attack).not.toBe('done')
    expect(await tryAs(context.actor, patient.id, `select urgency from triage_results where intake_id = '${id}'`)).toBe(
      'done',
    )
  })
})
