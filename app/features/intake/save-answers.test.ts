import { expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { attempt } from '@db/test/attempt'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import type { AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import { wasRefused } from '~/domain/refusal'
import { readDraft } from './read-draft.server'
import { saveAnswers } from './save-answers.server'
import type { Saved } from './save-answers.server'
import { startIntake } from './start-intake.server'

const database = testDatabase()

async function aDraft() {
  const patient = await aPerson(database)
  const context = testContext(database, patient)
  const { id } = await startIntake(context)
  const save = async (key: QuestionKey, value: AnswerValue | undefined, base = 0, now = testNow): Promise<Saved> => {
    const saved = await saveAnswers({ ...context, now }, { intakeId: id, answers: [{ key, value, base }] })
    if (wasRefused(saved)) throw new Error(saved.message)
    return saved
  }
  return { patient, context, id, save }
}

const opened = (patientId: string) =>
  database.owner`select urgency, code, question_key, due_at, source from urgent_items where patient_id = ${patientId} order by urgency`

test('a saved answer is there on the next device, with who saved which question and never what', async () => {
  const { context, id, save, patient } = await aDraft()
  const saved = await save('painNow', 7)
  const { draft } = await readDraft({ ...context, requestId: 'other device' })
  expect(draft?.answers.painNow).toBe(7)
  expect(draft?.stored.get('painNow')?.version).toBe(saved.versions.painNow)
  const rows =
    await database.owner`select fields, thing_id from audit_rows where did = 'intake.save' and patient_id = ${patient.id}`
  expect(rows).toEqual([{ fields: ['painNow'], thing_id: id }])
})

test('what registration knows stands in a new draft', async () => {
  const { context } = await aDraft()
  const { draft } = await readDraft(context)
  expect(draft?.answers).toMatchObject({ birthDate: '1970-05-04', sexAtBirth: 'female', stateOfResidence: 'MN' })
})

test('starting twice at once opens one draft', async () => {
  const context = testContext(database, await aPerson(database))
  const both = await Promise.all([startIntake(context), startIntake(context)])
  expect(new Set(both.map(({ id }) => id)).size).toBe(1)
  expect(both.filter(({ started }) => started)).toHaveLength(1)
})

test('of two devices that save one answer at once, exactly one is kept and the other is asked', async () => {
  const { context, id } = await aDraft()
  const race = (value: number) =>
    saveAnswers(context, { intakeId: id, answers: [{ key: 'pegActivity', value, base: 0 }] })
  const results = await Promise.all([race(6), race(8)])
  const saved = results.filter((result): result is Saved => !wasRefused(result))
  const kept = saved.find((result) => result.conflicts.length === 0)
  const asked = saved.find((result) => result.conflicts.length === 1)
  const { draft } = await readDraft(context)
  expect(saved).toHaveLength(2)
  expect(asked?.conflicts[0]).toMatchObject({
    key: 'pegActivity',
    kept: null,
    theirs: { value: draft?.answers.pegActivity },
  })
  expect(draft?.stored.get('pegActivity')?.version).toBe(kept?.versions.pegActivity)
})

test('an answer based on an old one does not overwrite, and does once the person has chosen', async () => {
  const { context, save } = await aDraft()
  const first = await save('goals', 'Walk the dog')
  await save('goals', 'Sleep through', first.versions.goals)
  const late = await save('goals', 'Go back to work', first.versions.goals)
  expect(late.conflicts[0]).toMatchObject({ mine: 'Go back to work', theirs: { value: 'Sleep through' }, kept: null })
  expect((await readDraft(context)).draft?.answers.goals).toBe('Sleep through')
  const chosen = await save('goals', 'Go back to work', late.conflicts[0]?.theirs.version)
  expect(chosen.conflicts).toEqual([])
  expect((await readDraft(context)).draft?.answers.goals).toBe('Go back to work')
})

test('an answer taken back and given again never matches what an older page knew', async () => {
  const { save } = await aDraft()
  const first = await save('goals', 'Walk')
  await save('goals', undefined, first.versions.goals)
  await save('goals', 'Sleep')
  const late = await save('goals', 'Work', first.versions.goals)
  expect(late.conflicts).toHaveLength(1)
})

test('the same answer again, after a lost reply, is simply saved', async () => {
  const { save } = await aDraft()
  const first = await save('painNow', 7)
  const again = await save('painNow', 7)
  expect(again).toMatchObject({ conflicts: [], versions: first.versions })
})

test('of two safety answers the one that needs us sooner is kept, whichever device comes first', async () => {
  const one = await aDraft()
  await one.save('fever', 'not_sure')
  const late = await one.save('fever', 'no')
  expect(late.conflicts[0]).toMatchObject({ kept: 'theirs', theirs: { value: 'not_sure' } })
  const other = await aDraft()
  await other.save('fever', 'no')
  const sooner = await other.save('fever', 'not_sure')
  expect(sooner.conflicts).toMatchObject([{ kept: 'mine', mine: 'not_sure', theirs: { value: 'no' } }])
  expect((await readDraft(other.context)).draft?.answers.fever).toBe('not_sure')
})

test('an emergency answer is kept, calls the clinic within 15 minutes and tells every staff page, all at once', async () => {
  const { patient, save, id } = await aDraft()
  const saved = await save('saddleNumbness', 'yes')
  expect(saved.emergency).toBe(true)
  expect(await opened(patient.id)).toEqual([
    {
      urgency: 'emergency',
      code: 'redflag:cauda_equina',
      question_key: 'saddleNumbness',
      source: 'intake',
      due_at: new Date(testNow.getTime() + 15 * 60_000),
    },
  ])
  const [told] =
    await database.owner`select count(*)::int as events from live_events where topic = 'urgent' and patient_id = ${patient.id}`
  const jobs =
    await database.owner`select payload from graphile_worker._private_jobs where key like 'escalate-urgent:%'`
  expect(told?.['events']).toBe(1)
  expect(jobs.length).toBeGreaterThan(0)
  expect(id).toBeTruthy()
})

test('an emergency answer stays as it is until a human has closed it, and pressing it again opens nothing new', async () => {
  const { patient, context, save } = await aDraft()
  const first = await save('saddleNumbness', 'yes')
  const changed = await save('saddleNumbness', 'no', first.versions.saddleNumbness)
  expect(changed).toMatchObject({ emergency: true, conflicts: [{ key: 'saddleNumbness', kept: 'theirs' }] })
  await save('saddleNumbness', 'yes')
  expect((await readDraft(context)).draft?.answers.saddleNumbness).toBe('yes')
  expect(await opened(patient.id)).toHaveLength(1)
})

test('"not sure" on a safety question opens one call for today, also when the rest is never sent', async () => {
  const { patient, save } = await aDraft()
  const saved = await save('saddleNumbness', 'not_sure')
  await save('fever', 'not_sure')
  expect(saved.emergency).toBe(false)
  expect(await opened(patient.id)).toMatchObject([{ urgency: 'same_day', question_key: 'saddleNumbness' }])
})

test('thoughts of self-harm without a plan open a call for today, a plan is an emergency', async () => {
  const { patient, save } = await aDraft()
  await save('selfHarm', 'several_days')
  expect(await opened(patient.id)).toMatchObject([{ urgency: 'same_day', code: 'redflag:suicidality' }])
  expect((await save('selfHarmNow', ['plan'])).emergency).toBe(true)
})

test('nobody saves into the draft of another person', async () => {
  const { id } = await aDraft()
  const stranger = testContext(database, await aPerson(database))
  const refused = await saveAnswers(stranger, { intakeId: id, answers: [{ key: 'painNow', value: 1, base: 0 }] })
  expect(refused).toMatchObject({ refused: 'missing' })
})

test('a connection that dies loses nothing that was acknowledged', async () => {
  const { context, id } = await aDraft()
  const keys = ['painNow', 'painAverage', 'painWorst', 'pegEnjoyment', 'pegActivity'] as const
  const acknowledged: QuestionKey[] = []
  for (const [at, key] of keys.entries()) {
    const saving = saveAnswers(context, { intakeId: id, answers: [{ key, value: at, base: 0 }] })
    const dying =
      at % 2 === 1
        ? database.owner`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ilium' and datname = current_database()`
        : undefined
    const [saved] = await Promise.allSettled([saving, dying])
    if (saved.status === 'fulfilled' && !wasRefused(saved.value)) acknowledged.push(key)
  }
  const { draft } = await readDraft(context)
  expect(acknowledged.length).toBeGreaterThan(0)
  for (const key of acknowledged) expect(draft?.answers[key]).toBe(keys.indexOf(key as (typeof keys)[number]))
})

test('whichever answer of two is not kept stays in the record, with who gave it and when', async () => {
  const { patient, id, save } = await aDraft()
  const later = new Date(testNow.getTime() + 60_000)
  const walk = await save('goals', 'Walk the dog')
  await save('goals', 'Go back to work', 0, later)
  const safety = await save('fever', 'not_sure')
  await save('fever', 'no', 0, later)
  expect(safety.conflicts).toEqual([])
  const kept = () => database.owner`
    select question_key, value, answered_by, answered_at, replaced_at from intake_answer_history where intake_id = ${id} order by question_key, replaced_at`
  const mine = { answered_by: patient.id, answered_at: later, replaced_at: later }
  expect(await kept()).toEqual([
    { question_key: 'fever', value: 'no', ...mine },
    { question_key: 'goals', value: 'Go back to work', ...mine },
  ])
  await save('goals', undefined, walk.versions.goals)
  expect((await kept()).map(({ value }) => value)).toContain('Walk the dog')
  const rows =
    await database.owner`select fields from audit_rows where did = 'intake.conflict' and patient_id = ${patient.id} order by id`
  expect(rows.map((row) => row['fields'])).toEqual([['goals'], ['fever']])
})

test('a last word sent over one that was on its way is no conflict with oneself', async () => {
  const { context, id, save } = await aDraft()
  await save('goals', 'Wal')
  const last = await saveAnswers(context, {
    intakeId: id,
    answers: [{ key: 'goals', value: 'Walk the dog', base: 0, over: 'Wal' }],
  })
  expect(last).toMatchObject({ conflicts: [] })
  const late = await saveAnswers(context, {
    intakeId: id,
    answers: [{ key: 'goals', value: 'Sleep', base: 0, over: 'Wal' }],
  })
  expect(late).toMatchObject({ conflicts: [{ kept: null }] })
})

test('an answer that looks like a number stays the text it is', async () => {
  const { context, save } = await aDraft()
  await save('painSince', '2024')
  await save('steroidShots', '0')
  await save('memberId', '000123')
  const { draft } = await readDraft(context)
  expect(draft?.answers).toMatchObject({ painSince: '2024', steroidShots: '0', memberId: '000123' })
})

test('nobody writes into the kept answers in another name, or of questions that were sent', async () => {
  const { patient, id } = await aDraft()
  const other = await aPerson(database)
  const keep = (who: string) =>
    attempt(
      database,
      patient,
      patient.id,
      (
        sql,
      ) => sql`insert into intake_answer_history (intake_id, patient_id, question_key, version, value, answered_at, answered_by, replaced_at)
        values (${id}, ${patient.id}, 'goals', 1, '"Walk"', now(), ${who}, now())`,
    )
  expect(await keep(other.id)).toBe('intake_answer_history_writer_is_actor')
  expect(await keep(patient.id)).toBe('done')
  await database.owner`update intakes set submitted_at = now(), side = 'right' where id = ${id}`
  expect(await keep(patient.id)).toBe('intake_answer_history_writer_is_actor')
})
