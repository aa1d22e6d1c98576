import { expect, test } from 'vitest'
import { filterIntakes, filtersOf } from './intake-filters'

const listed = (name: string, more: object = {}) => ({
  name,
  urgency: 'routine',
  submittedAt: new Date(0),
  byPhone: false,
  completeness: { missing: 0, notSure: 0 },
  reviewed: { since: false },
  ...more,
})
const list = [
  listed('a', { urgency: 'emergency', reviewed: null }),
  listed('b', { urgency: 'same_day', completeness: { missing: 0, notSure: 1 } }),
  listed('c', { byPhone: true, reviewed: { since: true } }),
  listed('d', { urgency: null, submittedAt: null, reviewed: null, completeness: { missing: 9, notSure: 0 } }),
]

test.each([
  [[], 'abcd'],
  [['emergency'], 'a'],
  [['emergency', 'same_day'], 'ab'],
  [['not_reviewed'], 'ac'],
  [['incomplete'], 'bd'],
  [['draft'], 'd'],
  [['by_phone', 'not_reviewed'], 'c'],
  [['same_day', 'by_phone'], ''],
] as const)('%j leaves %s', (chosen, left) => {
  expect(
    filterIntakes(list, chosen)
      .map((one) => one.name)
      .join(''),
  ).toBe(left)
})

test('an address names filters once, and nothing else', () => {
  expect(filtersOf(['draft', 'draft', 'emergency', 'nonsense'])).toEqual(['emergency', 'draft'])
})
