import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '~/domain/time/day-of'
import { weekdayOf } from '~/domain/time/weekday-of'
import { zonedParts } from '~/domain/time/zoned-parts'
import { dueAt } from './due-at'

const zone = 'America/Chicago'
const due = (openedAt: string) => dueAt('same_day', new Date(openedAt), zone).toISOString()

describe('a same-day call', () => {
  test.each([
    ['on a Tuesday at 11:12 AM is due at 3:12 PM', '2026-11-24T17:12:00Z', '2026-11-24T21:12:00.000Z'],
    ['at 1:00 PM is due when the clinic closes', '2026-11-24T19:00:00Z', '2026-11-24T23:00:00.000Z'],
    ['at 4:00 PM goes on the next morning', '2026-11-24T22:00:00Z', '2026-11-25T17:00:00.000Z'],
    ['before opening counts from 8 AM', '2026-11-24T10:00:00Z', '2026-11-24T18:00:00.000Z'],
    ['on a Friday evening is due on Monday at noon', '2026-11-28T02:00:00Z', '2026-11-30T18:00:00.000Z'],
    ['on a Sunday is due on Monday at noon', '2026-11-22T18:00:00Z', '2026-11-23T18:00:00.000Z'],
    ['over the autumn clock change keeps the wall clock', '2026-10-30T21:00:00Z', '2026-11-02T17:00:00.000Z'],
  ])('%s', (_, openedAt, expected) => {
    expect(due(openedAt)).toBe(expected)
  })

  test('is always due within clinic hours, later than it came, and never earlier for a later one', () => {
    const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 5_000 }), (openedAt, laterMinutes) => {
        const at = dueAt('same_day', openedAt, zone)
        const { hour, minute } = zonedParts(at, zone)
        expect(at.getTime()).toBeGreaterThan(openedAt.getTime())
        expect(weekdayOf(dayOf(at, zone))).toBeLessThanOrEqual(5)
        expect(hour * 60 + minute).toBeGreaterThanOrEqual(8 * 60)
        expect(hour * 60 + minute).toBeLessThanOrEqual(17 * 60)
        const later = dueAt('same_day', new Date(openedAt.getTime() + laterMinutes * 60_000), zone)
        expect(later.getTime()).toBeGreaterThanOrEqual(at.getTime())
      }),
    )
  })
})

test('an emergency is due in fifteen minutes, at night too', () => {
  expect(dueAt('emergency', new Date('2026-11-22T09:00:00Z'), zone).toISOString()).toBe('2026-11-22T09:15:00.000Z')
})
