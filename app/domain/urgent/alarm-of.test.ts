import { expect, test } from 'vitest'
import { questionOf } from '~/domain/intake/instrument'
import type { AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import { instrument } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { alarmOf, compareNeed } from './alarm-of'

const asOf = '2026-11-23'
const alarm = (key: QuestionKey, value: AnswerValue) => alarmOf(key, value, {}, asOf)

test.each<[QuestionKey, AnswerValue, string | null]>([
  ['saddleNumbness', 'yes', 'emergency'],
  ['saddleNumbness', 'not_sure', 'same_day'],
  ['saddleNumbness', 'no', null],
  ['selfHarm', 'several_days', 'same_day'],
  ['selfHarmNow', ['plan'], 'emergency'],
  ['painNow', 10, null],
  ['exerciseHelps', 'not_sure', null],
])('%s answered %s raises %s', (key, value, urgency) => {
  expect(alarm(key, value)?.urgency ?? null).toBe(urgency)
})

test('"not sure" never passes without a call on any safety question', () => {
  const unsure = instrument.questions.filter(
    (question) => question.emergency && optionsOf(question).some(({ value }) => value === 'not_sure'),
  )
  expect(unsure.length).toBeGreaterThan(10)
  for (const { key } of unsure) {
    const value = questionOf(key).kind === 'multi-choice' ? ['not_sure'] : 'not_sure'
    expect(alarm(key, value as AnswerValue), key).not.toBeNull()
  }
})

test('an emergency needs us sooner than a call today, and that sooner than nothing', () => {
  const [emergency, today] = [alarm('saddleNumbness', 'yes'), alarm('saddleNumbness', 'not_sure')]
  expect(compareNeed(emergency, today)).toBeGreaterThan(0)
  expect(compareNeed(null, today)).toBeLessThan(0)
  expect(compareNeed(today, today)).toBe(0)
})
