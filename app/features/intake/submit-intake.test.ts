import { expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { examples } from '~/domain/intake/examples'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { wasRefused } from '~/domain/refusal'
import { ruleSet } from '~/domain/triage/rule-set'
import { closeUrgent } from '~/features/urgent/close-urgent.server'
import { takeUrgent } from '~/features/urgent/take-urgent.server'
import { nextStep } from './next-step.server'
import { readDraft } from './read-draft.server'
import { saveAnswers } from './save-answers.server'
import { startIntake } from './start-intake.server'
import { submitIntake } from './submit-intake.server'

const database = testDatabase()
const [example] = Object.values(examples)

async function filled(changes: Answers = {}) {
  const patient = await aPerson(database)
  const context = testContext(database, patient)
  const { id } = await startIntake(context)
  const save = (answers: Answers) =>
    saveAnswers(context, {
      intakeId: id,
      answers: (Object.entries(answers) as [QuestionKey, never][]).map(([key, value]) => ({ key, value, base: 1 })),
    })
  const known = await readDraft(context)
  const all: Answers = { ...example?.answers, ...changes }
  await saveAnswers(context, {
    intakeId: id,
    answers: (Object.entries(all) as [QuestionKey, never][]).map(([key, value]) => ({
      key,
      value,
      base: known.draft?.stored.get(key)?.version ?? 0,
    })),
  })
  return { patient, context, id, save }
}

const stored = (intakeId: string) => database.owner`select * from triage_results where intake_id = ${intakeId}`

test('a complete intake is frozen with its side and one result of the rules in force', async () => {
  const { context, id } = await filled()
  expect(await submitIntake(context, { intakeId: id })).toEqual({ intakeId: id, emergency: false })
  const [result] = await stored(id)
  expect(result).toMatchObject({ urgency: 'routine', rule_set_version: ruleSet.version })
  expect(result?.['input_hash']).toMatch(/\w{16,}/)
  const [intake] = await database.owner`select side, submitted_at from intakes where id = ${id}`
  expect(intake).toMatchObject({ side: 'right', submitted_at: testNow })
  expect(await nextStep(context)).toMatchObject({ kind: 'book', priority: false })
})

test('sending with open questions is refused with a list, and nothing is stored', async () => {
  const { context, id } = await filled()
  await database.owner`delete from intake_answers where intake_id = ${id} and question_key in ('fever', 'signedName')`
  const refused = await submitIntake(context, { intakeId: id })
  expect(refused).toMatchObject({
    refused: 'incomplete',
    open: [{ key: 'fever', slug: 'fever' }, { key: 'signedName' }],
  })
  expect(await stored(id)).toEqual([])
})

test('a side in words that the marks do not show is refused', async () => {
  const { context, id } = await filled()
  await database.owner`update intake_answers set value = '"left"'::jsonb where intake_id = ${id} and question_key = 'painSide'`
  const refused = await submitIntake(context, { intakeId: id })
  expect(wasRefused(refused) && 'open' in refused && refused.open.map(({ key }) => key)).toContain('painSide')
})

test('after sending neither an answer nor the result can change, by whatever program', async () => {
  const { context, id } = await filled()
  await submitIntake(context, { intakeId: id })
  const late = await saveAnswers(context, { intakeId: id, answers: [{ key: 'painNow', value: 1, base: 1 }] })
  expect(late).toMatchObject({ refused: 'submitted' })
  await expect(database.owner`update intake_answers set value = '1' where intake_id = ${id}`).rejects.toThrow(
    /never change/,
  )
  await expect(database.owner`update triage_results set urgency = 'routine' where intake_id = ${id}`).rejects.toThrow(
    /never change/,
  )
})

test('sending twice at once sends once', async () => {
  const { context, id } = await filled()
  const both = await Promise.all([submitIntake(context, { intakeId: id }), submitIntake(context, { intakeId: id })])
  expect(both.filter((one) => wasRefused(one))).toMatchObject([{ refused: 'submitted' }])
  expect(await stored(id)).toHaveLength(1)
})

test('an answer saved while the intake is sent is either in what the rules read or refused, never acknowledged and lost', async () => {
  for (const round of [1, 2, 3, 4, 5]) {
    const { context, id } = await filled()
    const version = (await readDraft(context)).draft?.stored.get('painNow')?.version ?? 0
    const [saved] = await Promise.all([
      saveAnswers(context, { intakeId: id, answers: [{ key: 'painNow', value: round, base: version }] }),
      submitIntake(context, { intakeId: id }),
    ])
    const [row] =
      await database.owner`select value from intake_answers where intake_id = ${id} and question_key = 'painNow'`
    expect(row?.['value']).toBe(wasRefused(saved) ? example?.answers.painNow : round)
    expect(await stored(id)).toHaveLength(1)
  }
})

test('a result of the same day opens a call within four clinic hours and nothing to book', async () => {
  const { context, id } = await filled({ legSwelling: 'yes' })
  expect(await submitIntake(context, { intakeId: id })).toMatchObject({ emergency: false })
  expect(await nextStep(context)).toMatchObject({
    kind: 'call',
    dueAt: new Date(testNow.getTime() + 4 * 3_600_000),
    phone: '952-555-0123',
  })
})

test('an expedited result leads to the earliest times', async () => {
  const { context, id } = await filled({ cancerHistory: 'yes' })
  await submitIntake(context, { intakeId: id })
  expect(await nextStep(context)).toMatchObject({ kind: 'book', priority: true, called: false })
})

test('while an emergency is open nothing can be sent; after a clinician has closed it the same answers do not call again', async () => {
  const { patient, context, id } = await filled({ saddleNumbness: 'yes' })
  expect(await submitIntake(context, { intakeId: id })).toMatchObject({ refused: 'emergency' })
  expect(await nextStep(context)).toEqual({ kind: 'emergency' })
  const later = new Date(testNow.getTime() + 60_000)
  const clinician = testContext(database, await aPerson(database, { role: 'provider' }), { now: later })
  const [item] = await database.owner<{ id: string }[]>`select id from urgent_items where patient_id = ${patient.id}`
  await takeUrgent(clinician, { itemId: item?.id ?? '' })
  await closeUrgent(clinician, { itemId: item?.id ?? '', outcome: 'Seen in the emergency room, no compression' })
  const after = { ...context, now: new Date(later.getTime() + 60_000) }
  expect(await submitIntake(after, { intakeId: id })).toMatchObject({ emergency: false })
  expect(await nextStep(after)).toMatchObject({ kind: 'book', priority: true, called: true })
  const [result] = await stored(id)
  expect(result?.['urgency']).toBe('emergency')
})

test('after sending, a new version starts beside the old one', async () => {
  const { context, id } = await filled()
  await submitIntake(context, { intakeId: id })
  const next = await startIntake(context)
  expect(next).toMatchObject({ started: true })
  expect(next.id).not.toBe(id)
  expect((await readDraft(context)).sentAt).toEqual(testNow)
})

test('the person cannot read the result of the rules', async () => {
  const { context, id } = await filled()
  await submitIntake(context, { intakeId: id })
  const read = database.app.handle.transaction(async (tx) => {
    await tx.execute(`set local role ilium_patient`)
    return tx.execute(`select result from triage_results`)
  })
  await expect(read).rejects.toMatchObject({ cause: { code: '42501' } })
})
