import fc from 'fast-check'
import { expect, test } from 'vitest'
import { consultMinutes, consultSeconds, togetherSpans } from './consult-minutes'
import type { Stay } from './consult-minutes'

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 16) + second * 1000)
const stay = (role: Stay['role'], from: number, to: number | null): Stay => ({
  role,
  joinedAt: at(from),
  leftAt: to === null ? null : at(to),
})
const end = at(10_000)

test.each<[string, Stay[], number]>([
  ['nobody', [], 0],
  ['one side only', [stay('provider', 0, 600)], 0],
  ['both', [stay('provider', 0, 600), stay('patient', 60, 540)], 480],
  [
    'a gap of a minute is forgiven',
    [stay('provider', 0, 600), stay('patient', 0, 240), stay('patient', 300, 600)],
    600,
  ],
  ['a longer gap is not', [stay('provider', 0, 600), stay('patient', 0, 239), stay('patient', 300, 600)], 539],
  [
    'two connections of one side count once',
    [stay('provider', 0, 600), stay('patient', 0, 600), stay('patient', 100, 500)],
    600,
  ],
  ['a guest is no side', [stay('provider', 0, 600), stay('guest', 0, 600)], 0],
  ['an open stay ends with the visit', [stay('provider', 0, null), stay('patient', 9_400, null)], 600],
])('%s', (_, stays, seconds) => {
  expect(consultSeconds(stays, end)).toBe(seconds)
})

test('minutes are whole and rounded down', () => {
  expect(consultMinutes([stay('provider', 0, 119), stay('patient', 0, 200)], end)).toBe(1)
})

const anyStays = fc.array(
  fc.record({
    role: fc.constantFrom('provider' as const, 'patient' as const, 'guest' as const),
    from: fc.integer({ min: 0, max: 5_000 }),
    length: fc.integer({ min: 0, max: 2_000 }),
    open: fc.boolean(),
  }),
  { maxLength: 12 },
)
const made = (list: { role: Stay['role']; from: number; length: number; open: boolean }[]) =>
  list.map((one) => stay(one.role, one.from, one.open ? null : one.from + one.length))

test('spans are in order, apart and never longer than either side could have been there', () => {
  fc.assert(
    fc.property(anyStays, (list) => {
      const stays = made(list)
      const spans = togetherSpans(stays, end)
      const edges = spans.flatMap((span) => [span.from.getTime(), span.to.getTime()])
      expect(edges).toEqual(edges.toSorted((one, other) => one - other))
      expect(spans.every((span) => span.to > span.from)).toBe(true)
      for (const role of ['provider', 'patient'] as const) {
        const own = stays.filter((one) => one.role === role)
        const first = Math.min(...own.map((one) => one.joinedAt.getTime()))
        const last = Math.max(...own.map((one) => (one.leftAt ?? end).getTime()))
        expect(consultSeconds(stays, end)).toBeLessThanOrEqual(own.length === 0 ? 0 : Math.max(0, last - first) / 1000)
      }
    }),
  )
})

test('the order in which stays were told does not matter, and swapping the sides neither', () => {
  fc.assert(
    fc.property(anyStays, (list) => {
      const stays = made(list)
      const swapped = stays.map((one): Stay => ({
        ...one,
        role: one.role === 'patient' ? 'provider' : one.role === 'provider' ? 'patient' : 'guest',
      }))
      const seconds = consultSeconds(stays, end)
      expect(consultSeconds(stays.toReversed(), end)).toBe(seconds)
      expect(consultSeconds(swapped, end)).toBe(seconds)
    }),
  )
})

test('another stay never shortens the time together', () => {
  fc.assert(
    fc.property(anyStays, fc.integer({ min: 0, max: 5_000 }), (list, from) => {
      const stays = made(list)
      const more = [...stays, stay('patient', from, from + 100)]
      expect(consultSeconds(more, end)).toBeGreaterThanOrEqual(consultSeconds(stays, end))
    }),
  )
})
