import { expect, test } from 'vitest'
import { freshWatch, mayAskForPicture, watchLine } from './line-watch'
import type { LineQuality } from './line-watch'

const seconds = (count: number) => count * 1000
const after = (looks: [number, LineQuality][]) =>
  looks.reduce((watch, [at, quality]) => watchLine(watch, quality, seconds(at)), freshWatch)

test.each<[string, [number, LineQuality][], boolean]>([
  [
    'nine weak seconds change nothing',
    [
      [0, 'weak'],
      [9, 'weak'],
    ],
    false,
  ],
  [
    'ten weak seconds turn the pictures off',
    [
      [0, 'weak'],
      [10, 'weak'],
    ],
    true,
  ],
  [
    'a good moment starts the count again',
    [
      [0, 'weak'],
      [6, 'good'],
      [7, 'weak'],
      [16, 'weak'],
    ],
    false,
  ],
  [
    'a good line does not turn them on by itself',
    [
      [0, 'weak'],
      [10, 'weak'],
      [60, 'good'],
      [300, 'good'],
    ],
    true,
  ],
])('%s', (_, looks, soundOnly) => {
  expect(after(looks).soundOnly).toBe(soundOnly)
})

test('the person is asked after thirty good seconds in a row', () => {
  const off: [number, LineQuality][] = [
    [0, 'weak'],
    [10, 'weak'],
    [20, 'good'],
  ]
  expect(mayAskForPicture(after(off), seconds(49))).toBe(false)
  expect(mayAskForPicture(after(off), seconds(50))).toBe(true)
  expect(mayAskForPicture(after([...off, [40, 'weak'], [41, 'good']]), seconds(60))).toBe(false)
  expect(mayAskForPicture(after([[0, 'good']]), seconds(60))).toBe(false)
})
