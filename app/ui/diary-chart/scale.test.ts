import { expect, test } from 'vitest'
import { narrowScale, wideScale, xOf, yOf } from './scale'

test.each([wideScale, narrowScale])('time grows to the right over both parts of the axis', (scale) => {
  const times = [0, 0.25, 0.5, 1, 2, 4, 8, 16, 24].map((hours) => xOf(scale, { hours }, 14))
  const days = [2, 3, 7, 14].map((day) => xOf(scale, { day }, 14))
  const all = [...times, ...days]
  expect(all).toEqual([...all].sort((a, b) => a - b))
  expect(new Set(all).size).toBe(all.length)
  expect(xOf(scale, { day: 20 }, 14)).toBe(scale.lastX)
})

test('no pain lies on the axis, the worst on top', () => {
  expect(yOf(wideScale, 0)).toBe(wideScale.bottom)
  expect(yOf(wideScale, 10)).toBe(wideScale.top)
})
