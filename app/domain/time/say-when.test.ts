import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addBusinessDays } from './add-business-days'
import { addDays } from './add-days'
import { atWallClock } from './at-wall-clock'
import { dayOf } from './day-of'
import { daysBetween } from './days-between'
import { sayLongDay } from './say-day'
import { sayLength } from './say-length'
import { sayTime } from './say-time'
import { sayWhen } from './say-when'
import { sayWhenFor } from './say-when-for'
import { sayLongZone, sayZone } from './say-zone'
import { weekdayOf } from './weekday-of'

const chicago = 'America/Chicago'
const at = (text: string) => new Date(text)

describe('dates as people say them', () => {
  test.each([
    ['2026-11-24T20:30:00Z', chicago, 'Tue, Nov 24 · 2:30 PM CT'],
    ['2026-07-01T17:00:00Z', chicago, 'Wed, Jul 1 · 12:00 PM CT'],
    ['2026-11-25T05:59:00Z', chicago, 'Tue, Nov 24 · 11:59 PM CT'],
    ['2026-11-25T06:00:00Z', chicago, 'Wed, Nov 25 · 12:00 AM CT'],
    ['2026-11-24T20:30:00Z', 'America/Denver', 'Tue, Nov 24 · 1:30 PM MT'],
    ['2026-11-24T20:30:00Z', 'America/New_York', 'Tue, Nov 24 · 3:30 PM ET'],
  ])('%s in %s is %s', (instant, zone, words) => {
    expect(sayWhen(at(instant), zone)).toBe(words)
  })

  test.each([
    ['2026-11-24T20:30:00Z', 'Today · 2:30 PM CT'],
    ['2026-11-25T20:30:00Z', 'Tomorrow · 2:30 PM CT'],
    ['2026-11-23T20:30:00Z', 'Yesterday · 2:30 PM CT'],
    ['2027-03-02T20:30:00Z', 'Tue, Mar 2 · 2:30 PM CT'],
    ['2027-11-24T20:30:00Z', 'Wed, Nov 24, 2027 · 2:30 PM CT'],
  ])('beside Nov 24, %s is %s', (instant, words) => {
    expect(sayWhen(at(instant), chicago, { now: at('2026-11-24T15:00:00Z') })).toBe(words)
  })

  test('the clinic’s time is added only where its clocks differ', () => {
    const when = at('2026-11-24T20:30:00Z')
    expect(sayWhenFor(when, 'America/Denver', chicago)).toBe('Tue, Nov 24 · 1:30 PM MT (2:30 PM CT at the clinic)')
    expect(sayWhenFor(when, 'America/Winnipeg', chicago)).toBe(sayWhen(when, 'America/Winnipeg'))
    expect(sayWhenFor(at('2026-11-25T05:30:00Z'), 'America/New_York', chicago)).toBe(
      'Wed, Nov 25 · 12:30 AM ET (Tue, Nov 24 · 11:30 PM CT at the clinic)',
    )
  })

  test('zones have one name all year', () => {
    expect(sayZone(chicago, at('2026-07-01T00:00:00Z'))).toBe(sayZone(chicago, at('2026-12-01T00:00:00Z')))
    expect(sayLongZone(chicago, at('2026-07-01T00:00:00Z'))).toBe('Central (CT)')
    expect(sayLongZone('America/Phoenix', at('2026-07-01T00:00:00Z'))).toBe('Mountain (MST)')
    expect(sayLongDay('2026-11-24')).toBe('Tuesday, November 24')
  })
})

test.each([
  [0, '0 min'],
  [13.9, '13 min'],
  [60, '1 hour'],
  [125, '2 h 5 min'],
  [47 * 60, '47 hours'],
  [48 * 60, '2 days'],
  [15 * 24 * 60 + 5, '15 days'],
  [-30, '30 min'],
])('%d minutes are %s', (minutes, words) => {
  expect(sayLength(minutes)).toBe(words)
})

describe('across the clock change', () => {
  test('spring: the skipped half hour moves forward, 9:00 stays 9:00', () => {
    expect(atWallClock('2026-03-08', '02:30', chicago).toISOString()).toBe('2026-03-08T08:30:00.000Z')
    expect(atWallClock('2026-03-07', '09:00', chicago).toISOString()).toBe('2026-03-07T15:00:00.000Z')
    expect(atWallClock('2026-03-08', '09:00', chicago).toISOString()).toBe('2026-03-08T14:00:00.000Z')
  })

  test('autumn: of the repeated hour the first is taken', () => {
    expect(atWallClock('2026-11-01', '01:30', chicago).toISOString()).toBe('2026-11-01T06:30:00.000Z')
    expect(sayTime(at('2026-11-01T06:30:00Z'), chicago)).toBe('1:30 AM')
    expect(sayTime(at('2026-11-01T07:30:00Z'), chicago)).toBe('1:30 AM')
  })

  test('days are calendar days: 23 and 25 hours make one', () => {
    expect(daysBetween(at('2026-03-07T18:00:00Z'), at('2026-03-08T17:00:00Z'), chicago)).toBe(1)
    expect(daysBetween(at('2026-10-31T17:00:00Z'), at('2026-11-01T18:00:00Z'), chicago)).toBe(1)
    expect(daysBetween(at('2026-11-24T05:30:00Z'), at('2026-11-24T06:30:00Z'), chicago)).toBe(1)
  })

  test('a wall clock time that exists is said back unchanged', () => {
    const minuteOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 })
    const dayOffset = fc.integer({ min: 0, max: 800 })
    const zone = fc.constantFrom(chicago, 'America/New_York', 'America/Phoenix', 'Europe/Berlin', 'Pacific/Honolulu')
    fc.assert(
      fc.property(dayOffset, minuteOfDay, zone, (offset, minute, timeZone) => {
        const day = addDays('2026-01-01', offset)
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const instant = atWallClock(day, time, timeZone)
        const hour = Math.floor(minute / 60)
        const skipped = hour >= 1 && hour <= 3
        fc.pre(!skipped)
        expect(dayOf(instant, timeZone)).toBe(day)
        expect(sayTime(instant, timeZone)).toBe(`${hour % 12 || 12}:${time.slice(3)} ${hour < 12 ? 'AM' : 'PM'}`)
      }),
    )
  })
})

test('business days leave out Saturday and Sunday', () => {
  expect(addBusinessDays('2026-11-20', 1)).toBe('2026-11-23')
  expect(addBusinessDays('2026-11-22', 3)).toBe('2026-11-25')
  expect(addBusinessDays('2026-11-24', 3)).toBe('2026-11-27')
  expect(addBusinessDays('2026-11-26', 3)).toBe('2026-12-01')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 20 }), (offset, count) => {
      const end = addBusinessDays(addDays('2026-01-01', offset), count)
      expect(weekdayOf(end)).toBeLessThanOrEqual(5)
    }),
  )
})
