import { expect, test } from 'vitest'
import { anIntake } from '@db/factories/an-intake'
import { aPerson } from '@db/factories/a-person'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { examples } from '~/domain/intake/examples'
import { asks, instrumentOf } from '~/domain/intake/instrument'
import type { AnswerValue, Answers, QuestionKey } from '~/domain/intake/instrument'
import { intakeIssues } from '~/domain/intake/intake-issues'
import { firstOpenStep } from '~/domain/intake/steps'
import { currentVersion } from '~/domain/intake/versions'
import { readDraft } from './read-draft.server'
import { saveAnswers } from './save-answers.server'
import { startIntake } from './start-intake.server'
import { submitIntake } from './submit-intake.server'

const database = testDatabase()
const first = instrumentOf('1.0.0')

/** What an ordinary person answered under the first version. */
const whole = Object.fromEntries(
  Object.entries({ ...examples.rightSided.answers, sittingLimit: 'no' }).filter(([key]) => asks(first, key)),
) as Answers

const entries = Object.entries(whole) as [QuestionKey, AnswerValue][]

/** A draft that was half filled before the questions changed. */
async function anOldDraft() {
  const patient = await aPerson(database)
  const answers = Object.fromEntries(entries.slice(0, 40))
  const { intakeId } = await anIntake(database, { patient, submitted: false, version: '1.0.0', answers })
  return { context: testContext(database, patient), intakeId }
}

test('an intake begun under an earlier version is finished and sent under it', async () => {
  const { context, intakeId } = await anOldDraft()
  const { draft } = await readDraft(context)
  expect(draft?.instrumentVersion).toBe('1.0.0')
  expect(Object.keys(draft?.answers ?? {})).toHaveLength(40)
  expect(firstOpenStep(draft?.answers ?? {}, first)?.title).toBe('Is this correct?')
  const rest = entries.slice(40).map(([key, value]) => ({ key, value, base: 0 }))
  expect(await saveAnswers(context, { intakeId, answers: rest })).toMatchObject({ conflicts: [], emergency: false })
  expect(intakeIssues((await readDraft(context)).draft?.answers, first)).toEqual([])
  expect(await submitIntake(context, { intakeId })).toEqual({ intakeId, emergency: false })
  const [intake] = await database.owner`select instrument_version, side from intakes where id = ${intakeId}`
  expect(intake).toMatchObject({ instrument_version: '1.0.0', side: 'right' })
  const [stored] = await database.owner`select result from triage_results where intake_id = ${intakeId}`
  expect(stored?.['result']).toMatchObject({ missing: [] })
})

test('what its version requires is asked before it is sent, in the words of that version', async () => {
  const { context, intakeId } = await anOldDraft()
  const refused = await submitIntake(context, { intakeId })
  expect(refused).toMatchObject({ refused: 'incomplete' })
  const open = 'open' in refused ? refused.open : []
  expect(open).toContainEqual({
    key: 'sittingLimit',
    slug: 'rest-and-night',
    message: 'Can you sit for less than 30 minutes before it hurts, and does standing up ease it?',
  })
  expect(open.map(({ key }) => key)).not.toContain('bodyWide')
})

test.each<[string, QuestionKey, AnswerValue]>([
  ['a question', 'rmdq', ['r01']],
  ['a choice', 'aggravators', ['long_strides']],
])('%s that its version does not have is refused, and nothing beside it is kept', async (_, key, value) => {
  const { context, intakeId } = await anOldDraft()
  const answers = [
    { key: 'goals' as const, value: 'Walk', base: 0 },
    { key, value, base: 0 },
  ]
  expect(await saveAnswers(context, { intakeId, answers })).toMatchObject({ refused: 'missing' })
  const { draft } = await readDraft(context)
  expect([draft?.answers.goals, draft?.answers[key]]).toEqual([undefined, undefined])
})

test('the next intake begins with the current version', async () => {
  const { context, intakeId } = await anOldDraft()
  await saveAnswers(context, {
    intakeId,
    answers: entries.slice(40).map(([key, value]) => ({ key, value, base: 0 })),
  })
  await submitIntake(context, { intakeId })
  await startIntake(context)
  expect((await readDraft(context)).draft?.instrumentVersion).toBe(currentVersion)
})
