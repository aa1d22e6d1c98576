import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allOf, anyOf, atLeast, not, type Tri } from './tri'

const all = (...facts: Tri[]) => allOf(facts, (fact) => fact)
const any = (...facts: Tri[]) => anyOf(facts, (fact) => fact)
const tri = fc.constantFrom<Tri>('yes', 'no', 'unknown')

test('unknown is neither yes nor no', () => {
  expect(all('yes', 'unknown')).toBe('unknown')
  expect(all('no', 'unknown')).toBe('no')
  expect(any('yes', 'unknown')).toBe('yes')
  expect(any('no', 'unknown')).toBe('unknown')
  expect(not('unknown')).toBe('unknown')
  expect(atLeast(2, 'yes', 'unknown', 'no')).toBe('unknown')
  expect(atLeast(2, 'yes', 'no', 'no')).toBe('no')
  expect(atLeast(2, 'yes', 'yes', 'unknown')).toBe('yes')
})

test('order never matters, and "not all" is "any not"', () => {
  fc.assert(
    fc.property(fc.array(tri), (facts) => {
      expect(all(...facts.toReversed())).toBe(all(...facts))
      expect(any(...facts.toReversed())).toBe(any(...facts))
      expect(not(all(...facts))).toBe(any(...facts.map(not)))
    }),
  )
})
