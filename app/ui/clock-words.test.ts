import { describe, expect, test } from 'vitest'
import { clockWords, lengthInWords } from './clock-words'

const minutes = (count: number) => count * 60_000

describe('clocks', () => {
  test.each([
    [minutes(38), '38 min'],
    [minutes(96), '1 h 36'],
    [minutes(120), '2 h'],
    [minutes(60 * 49), '2 days'],
    [minutes(-12), '12 min'],
  ])('%i ms is %s', (ms, words) => {
    expect(lengthInWords(ms)).toBe(words)
  })

  test.each([
    [minutes(171), 'calm', '2 h 51 left'],
    [minutes(96), 'soon', '1 h 36 left'],
    [minutes(38), 'pressing', '38 min left'],
    [minutes(-12), 'late', '12 min late'],
  ])('of 4 hours, %i ms left is %s', (left, press, words) => {
    expect(clockWords(left, minutes(240))).toEqual({ press, words })
  })
})
