import { describe, expect, test } from 'vitest'
import { dropOff } from './drop-off'
import type { PaceRow, PaceWhole } from './drop-off'
import { sayShyCount, shyCount, shySum } from './shy-count'

const asked = [
  { key: 'one', label: 'One?', required: true, part: 1 },
  { key: 'two', label: 'Two?', required: true, part: 1 },
  { key: 'three', label: 'Three?', required: false, part: 2 },
]
const whole: PaceWhole = { begun: 40, sent: 20, left: 12, timed: 18, medianMinutes: 9, slowMinutes: 14 }
const row = (questionKey: string, shown: number, answered: number, left: number): PaceRow => ({
  questionKey,
  shown,
  answered,
  left,
  medianSeconds: 20,
})
const told = (rows: PaceRow[], changed: Partial<PaceWhole> = {}) => {
  const result = dropOff({ whole: { ...whole, ...changed }, rows, asked, partTitles: ['First', 'Second', 'Unused'] })
  if (result.kind !== 'told') throw new Error(`told nothing: ${result.kind}`)
  return result
}

describe('a number of people', () => {
  test.each([
    [0, 9, '0'],
    [1, 9, 'under 5'],
    [4, 9, 'under 5'],
    [5, 9, '5 or more'],
    [5, 10, '5'],
    [9, 10, '6 or more'],
    [10, 10, '10'],
    [0, 3, 'under 5'],
    [1200, 2400, '1,200'],
  ])('%i of %i reads %s', (count, of, words) => {
    expect(sayShyCount(shyCount(count, of))).toBe(words)
  })

  test('never tells a difference of one to four', () => {
    for (let of = 0; of < 30; of++)
      for (let count = 0; count <= of; count++) {
        const said = shyCount(count, of)
        if (said === 'few' || !said.exact) continue
        expect([1, 2, 3, 4]).not.toContain(of - count)
        expect([1, 2, 3, 4]).not.toContain(said.least)
      }
  })

  test('a sum does not give away what is hidden beside it', () => {
    expect(shySum([7, 2])).toEqual({ least: 7, exact: false })
    expect(shySum([7, 3, 3])).toEqual({ least: 13, exact: true })
    expect(shySum([1, 2])).toBe('few')
    expect(shySum([0, 8])).toEqual({ least: 8, exact: true })
  })
})

test('parts and questions stand in order, with who left in each', () => {
  const result = told([row('one', 40, 40, 0), row('two', 40, 30, 10), row('three', 30, 12, 2)])
  expect(result.parts.map(({ title }) => title)).toEqual(['First', 'Second'])
  expect(result.parts.map(({ reached }) => sayShyCount(reached))).toEqual(['40', '30'])
  expect(result.parts.map(({ left }) => sayShyCount(left))).toEqual(['10', 'under 5'])
  expect(sayShyCount(result.left)).toBe('10 or more')
  expect(result.parts[1]?.questions.map(({ key, answered }) => [key, sayShyCount(answered)])).toEqual([['three', '12']])
})

test('a part or a question that all but a few came to does not tell how few', () => {
  const [first, second] = told([row('one', 40, 40, 0), row('two', 38, 38, 0), row('three', 37, 30, 0)]).parts
  expect(first?.questions.map(({ shown, answered }) => [shown, answered].map(sayShyCount))).toEqual([
    ['40', '40'],
    ['36 or more', '36 or more'],
  ])
  expect(second && sayShyCount(second.reached)).toBe('36 or more')
})

test('a question nobody has seen yet is there with nothing', () => {
  const [first] = told([row('two', 40, 40, 0)]).parts
  expect(first?.questions[0]).toMatchObject({ key: 'one', shown: { least: 0, exact: true }, medianSeconds: null })
})

test('where people left is told from the fifth on', () => {
  const rows = [row('one', 40, 36, 4)]
  const result = told(rows, { left: 4 })
  expect(result.left).toBe('few')
  expect(result.parts.flatMap(({ questions }) => questions.map(({ left }) => left))).toEqual(['few', 'few', 'few'])
  expect(told([row('one', 40, 40, 0)], { left: 0 }).parts[0]?.left).toEqual({ least: 0, exact: true })
})

test('no time of under five people', () => {
  expect(told([row('one', 9, 4, 0)]).parts[0]?.questions[0]?.medianSeconds).toBeNull()
  expect(told([], { timed: 4 }).minutes).toBeNull()
  expect(told([]).minutes).toEqual({ median: 9, slow: 14 })
})

test('nobody, and fewer than five', () => {
  const none = { asked, partTitles: [], rows: [row('one', 3, 3, 0)] }
  expect(dropOff({ ...none, whole: { ...whole, begun: 0 } })).toEqual({ kind: 'none' })
  expect(dropOff({ ...none, whole: { ...whole, begun: 4 } })).toEqual({ kind: 'few' })
})
