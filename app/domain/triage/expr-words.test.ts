import { expect, test } from 'vitest'
import {
  ageIs,
  all,
  any,
  atLeast,
  given,
  lasted,
  mainIs,
  marked,
  named,
  not,
  number,
  only,
  says,
  surely,
  unknown,
} from './expr'
import { conditionLines, exprWords } from './expr-words'
import { ruleEntries } from './rule-entries'
import { ruleSets } from './rule-sets'

const lines = (expr: Parameters<typeof exprWords>[0]) => conditionLines(exprWords(expr))

test('a condition is said as the patient saw the question', () => {
  expect(lines(says('saddleNumbness', 'yes'))).toEqual(['Do you have new numbness where you sit or wipe? “Yes”'])
  expect(lines(number('painNow', '>=', 8))).toEqual(['How strong is it now? 8 or more'])
  expect(lines(only('bloodThinnerWhich', 'aspirin'))).toEqual(['Which one? Nothing but “Aspirin”'])
  expect(lines(given('fever', 'yes'))[0]).toContain('not sure counts as no')
  expect(lines(mainIs('si-gate'))).toEqual(['Hurts most: dimple, upper or middle buttock'])
  expect(lines(lasted('painSince', { months: 3 }))).toEqual([
    'When did it start? 3 months or more ago, whatever day it means',
  ])
})

test('parts stand indented under what joins them; a name stays above what it stands for', () => {
  const expr = all(
    ageIs('>=', 65),
    any(says('fever', 'yes'), all(marked('groin-screen'), not(says('vomiting', 'yes')))),
    atLeast(2, unknown, surely(ageIs('<', 18))),
    named('fever now', says('fever', 'yes')),
  )
  expect(lines(expr)).toEqual([
    'All of these',
    '  Age 65 or more',
    '  At least one of these',
    '    In the last 7 days, have you had a fever, or shaking chills? “Yes”',
    '    All of these',
    '      Marked on the body map: groin',
    '      Not: are you vomiting, or unable to keep water down? “Yes”',
    '  At least 2 of these',
    '    Answers alone cannot decide this: unknown',
    '    Surely: age less than 18',
    '  Fever now',
    '    In the last 7 days, have you had a fever, or shaking chills? “Yes”',
  ])
})

test.each(ruleSets.map((ruleSet) => [ruleSet.version, ruleSet] as const))(
  'every rule of %s can be read in words, without a key or a code of the machine',
  (_version, ruleSet) => {
    const conditions = ruleEntries(ruleSet).flatMap((entry) => entry.parts.filter(({ what }) => what === 'condition'))
    expect(conditions.length).toBeGreaterThan(120)
    for (const { lines } of conditions)
      for (const line of lines) {
        expect(line.trim()).not.toBe('')
        expect(line).not.toMatch(/undefined|\[object|\b[a-z]+_[a-z]+\b|[“"](?:yes|no)[”"]/)
      }
  },
)
