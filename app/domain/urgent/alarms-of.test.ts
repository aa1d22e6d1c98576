import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instrument } from '~/domain/intake/instrument'
import type { Answers, AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { alarmOf } from './alarm-of'
import { alarmsOf } from './alarms-of'

const asOf = '2026-11-23'
const keysOf = (answers: Answers) =>
  alarmsOf(
    (Object.entries(answers) as [QuestionKey, never][]).map(([key, value]) => ({ key, value })),
    answers,
    asOf,
  ).map(({ key, alarm }) => `${alarm.urgency} ${key}`)

test('a "no" beside the answer that raises the same rule is not what raises it', () => {
  expect(keysOf({ legSwelling: 'no', chestSymptoms: 'yes', fainted: 'no' })).toEqual(['emergency chestSymptoms'])
})

test('two answers that each raise by themselves are both named', () => {
  expect(keysOf({ saddleNumbness: 'yes', bladderTrouble: 'yes' })).toEqual([
    'emergency saddleNumbness',
    'emergency bladderTrouble',
  ])
})

test('answers that raise only together are both named', () => {
  expect(keysOf({ groinLump: 'stuck', vomiting: 'yes' })).toEqual(['emergency groinLump', 'emergency vomiting'])
})

test('whatever is answered at once, no alarm and no urgency is left out', () => {
  const asked = instrument.questions.filter(({ emergency }) => emergency)
  const choices = asked.flatMap((question) =>
    optionsOf(question).map(({ value }) => [question.key, question.kind === 'multi-choice' ? [value] : value] as const),
  )
  fc.assert(
    fc.property(fc.subarray(choices, { maxLength: 8 }), (picked) => {
      const answers = Object.fromEntries(picked) as Answers
      const codes = (Object.entries(answers) as [QuestionKey, AnswerValue][])
        .map(([key, value]) => alarmOf(key, value, answers, asOf))
        .flatMap((alarm) => (alarm ? [`${alarm.urgency} ${alarm.code}`] : []))
      const given = (Object.entries(answers) as [QuestionKey, AnswerValue][]).map(([key, value]) => ({ key, value }))
      const named = alarmsOf(given, answers, asOf).map(({ alarm }) => `${alarm.urgency} ${alarm.code}`)
      expect(new Set(named)).toEqual(new Set(codes))
    }),
  )
})

test('what raises nothing names nothing', () => {
  expect(keysOf({ saddleNumbness: 'no', goals: 'Walk' })).toEqual([])
})
