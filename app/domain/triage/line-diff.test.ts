import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineDiff } from './line-diff'

const said = (before: string[], after: string[]) =>
  lineDiff(before, after).map(({ mark, text }) => `${{ same: ' ', gone: '-', new: '+' }[mark]}${text}`)

test('a changed line stands as gone and new between those that stayed', () => {
  expect(said(['if bladder', 'and 6 months', 'then note'], ['if bladder', 'and 12 months', 'then note'])).toEqual([
    ' if bladder',
    '-and 6 months',
    '+and 12 months',
    ' then note',
  ])
})

test('nothing, all new, all gone', () => {
  expect(said([], [])).toEqual([])
  expect(said([], ['a', 'b'])).toEqual(['+a', '+b'])
  expect(said(['a', 'b'], [])).toEqual(['-a', '-b'])
})

test('both texts can be read back from it, whatever they are', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDiff(before, after)
      const without = (mark: string) => lines.filter((line) => line.mark !== mark).map((line) => line.text)
      expect(without('new')).toEqual(before)
      expect(without('gone')).toEqual(after)
      expect(lines.every(({ mark }) => mark === 'same')).toBe(before.join() === after.join())
    }),
  )
})
