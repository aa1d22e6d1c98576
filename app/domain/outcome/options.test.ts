import { expect, test } from 'vitest'
import { optionsToConsider } from './options'

const of = (
  diagnostic: Parameters<typeof optionsToConsider>[0]['diagnostic'],
  therapeutic: Parameters<typeof optionsToConsider>[0]['therapeutic'],
  diagnosticSessions = 1,
) => optionsToConsider({ diagnostic, therapeutic, diagnosticSessions }).map((option) => option.nextStep)

test.each([
  ['positive', 'substantial', ['rehab_and_wait', 'repeat_later']],
  ['positive', 'none', ['second_diagnostic', 'in_person_exam', 'rehab_and_wait']],
  ['partial', 'moderate', ['other_source', 'second_diagnostic', 'in_person_exam']],
  ['negative', 'none', ['other_source', 'in_person_exam']],
  ['negative', 'substantial', ['in_person_exam', 'rehab_and_wait']],
  ['indeterminate', 'none', ['second_diagnostic', 'in_person_exam']],
  ['positive', 'worse', ['in_person_exam', 'other_source']],
  ['positive', 'notComputable', []],
] as const)('%s and %s: %s', (diagnostic, therapeutic, expected) => {
  expect(of(diagnostic, therapeutic)).toEqual(expected)
})

test('a third diagnostic injection is never offered', () => {
  expect(of('positive', 'none', 2)).not.toContain('second_diagnostic')
  expect(of('indeterminate', 'none', 2)).not.toContain('second_diagnostic')
})

test('coverage is said apart from what makes clinical sense', () => {
  const repeat = optionsToConsider({ diagnostic: 'positive', therapeutic: 'substantial', diagnosticSessions: 1 }).at(1)
  expect(repeat?.coverage).toEqual({ words: 'Covered after 50% or more for 3 months', cite: 'L39455' })
})
