import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../time/add-days'
import { dayOf } from '../time/day-of'
import { sayTime } from '../time/say-time'
import { weekdayOf } from '../time/weekday-of'
import { zonedParts } from '../time/zoned-parts'
import { freeSlots } from './free-slots'
import type { SlotSearch } from './free-slots'
import { freeTogether } from './free-together'
import { openSpans } from './open-spans'
import { intersectSpans, mergeSpans, overlap } from './span'
import type { Span } from './span'

const chicago = 'America/Chicago'
const hour = 3_600_000
const at = (text: string) => new Date(text)
const span = (from: string, to: string): Span => ({ from: at(from), to: at(to) })
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '11:00' }))

const search = (changes: Partial<SlotSearch> = {}): SlotSearch => ({
  hours: everyDay,
  locationsZone: chicago,
  from: at('2026-11-24T06:00:00Z'),
  until: at('2026-11-25T06:00:00Z'),
  lengthMinutes: 30,
  stepMinutes: 30,
  busy: [],
  now: at('2026-11-01T00:00:00Z'),
  leadMinutes: 0,
  ...changes,
})

const starts = (slots: readonly Span[]) => slots.map((slot) => sayTime(slot.from, chicago))

describe('free slots of one resource', () => {
  test('fill the hours, on the grid', () => {
    expect(starts(freeSlots(search()))).toEqual(['9:00 AM', '9:30 AM', '10:00 AM', '10:30 AM'])
  })

  test('leave out what is taken, and what would run into it', () => {
    const busy = [span('2026-11-24T15:40:00Z', '2026-11-24T16:00:00Z')]
    expect(starts(freeSlots(search({ busy })))).toEqual(['9:00 AM', '10:00 AM', '10:30 AM'])
  })

  test('a span that only touches takes nothing away', () => {
    const busy = [
      span('2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z'),
      span('2026-11-24T17:00:00Z', '2026-11-24T18:00:00Z'),
    ]
    expect(freeSlots(search({ busy }))).toHaveLength(4)
  })

  test('start no earlier than the lead time from now', () => {
    expect(starts(freeSlots(search({ now: at('2026-11-24T14:50:00Z'), leadMinutes: 30 })))).toEqual([
      '9:30 AM',
      '10:00 AM',
      '10:30 AM',
    ])
  })

  test.each([
    ['spring', '2026-03-07', '2026-03-10'],
    ['autumn', '2026-10-31', '2026-11-03'],
  ])('9:00 stays 9:00 across the change in %s', (_, firstDay, lastDay) => {
    const slots = freeSlots(
      search({
        from: at(`${firstDay}T00:00:00Z`),
        until: at(`${lastDay}T00:00:00Z`),
        now: at('2026-01-01T00:00:00Z'),
        lengthMinutes: 60,
        stepMinutes: 60,
      }),
    )
    expect(starts(slots)).toEqual(['9:00 AM', '10:00 AM', '9:00 AM', '10:00 AM', '9:00 AM', '10:00 AM'])
  })

  test('a day of 23 and of 25 hours has an hour less and more open', () => {
    const nights = [{ weekday: 7, opens: '00:00', closes: '06:00' }]
    const length = (spans: Span[]) => spans.reduce((sum, one) => sum + one.to.getTime() - one.from.getTime(), 0) / hour
    expect(length(openSpans(nights, chicago, at('2026-03-08T06:00:00Z'), at('2026-03-09T05:00:00Z')))).toBe(5)
    expect(length(openSpans(nights, chicago, at('2026-11-01T05:00:00Z'), at('2026-11-02T06:00:00Z')))).toBe(7)
  })
})

const zones = fc.constantFrom('America/Chicago', 'America/New_York', 'America/Phoenix', 'Europe/Berlin')
/** Windows of two weeks which begin around a clock change or anywhere in the year. */
const windows = fc
  .oneof(
    fc.constantFrom('2026-03-05', '2026-03-26', '2026-10-22', '2026-10-30'),
    fc.integer({ min: 0, max: 360 }).map((n) => addDays('2026-01-01', n)),
  )
  .map((day) => at(`${day}T00:00:00Z`))
const clock = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`
const weeklyHours = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 40 }))
    .map(([weekday, opens, length]) => ({ weekday, opens: clock(opens), closes: clock(Math.min(95, opens + length)) })),
  { maxLength: 8 },
)
const busyWithin = fc.array(fc.tuple(fc.integer({ min: 0, max: 14 * 96 }), fc.integer({ min: 1, max: 20 })), {
  maxLength: 25,
})
const busySpans = (from: Date, quarters: [number, number][]): Span[] =>
  quarters.map(([start, length]) => ({
    from: new Date(from.getTime() + start * 15 * 60_000),
    to: new Date(from.getTime() + (start + length) * 15 * 60_000),
  }))

const minuteOf = (date: Date, zone: string) => {
  const { hour: hours, minute } = zonedParts(date, zone)
  return hours * 60 + minute
}
const minuteOfText = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))

test('every slot lies in the hours of its own day, off every busy span, after now, in order, without repeats', () => {
  fc.assert(
    fc.property(
      windows,
      zones,
      weeklyHours,
      busyWithin,
      fc.integer({ min: 0, max: 3000 }),
      (from, zone, hours, quarters, leadMinutes) => {
        const busy = busySpans(from, quarters)
        const until = new Date(from.getTime() + 14 * 24 * hour)
        const slots = freeSlots({
          hours,
          locationsZone: zone,
          from,
          until,
          lengthMinutes: 30,
          stepMinutes: 15,
          busy,
          now: from,
          leadMinutes,
        })
        const open = openSpans(hours, zone, from, until)
        for (const [index, slot] of slots.entries()) {
          expect(open.some((one) => one.from <= slot.from && slot.to <= one.to)).toBe(true)
          expect(busy.some((one) => overlap(one, slot))).toBe(false)
          expect(slot.from.getTime()).toBeGreaterThanOrEqual(from.getTime() + leadMinutes * 60_000)
          expect(slot.to.getTime()).toBeLessThanOrEqual(until.getTime())
          const before = slots[index - 1]?.from.getTime() ?? 0
          expect(slot.from.getTime()).toBeGreaterThan(before)
        }
      },
    ),
  )
})

test('open time is wall-clock time: every opening is an hour that was asked for, but for hours the spring change skips', () => {
  fc.assert(
    fc.property(windows, zones, weeklyHours, (from, zone, hours) => {
      const until = new Date(from.getTime() + 14 * 24 * hour)
      for (const one of openSpans(hours, zone, from, until)) {
        const weekday = weekdayOf(dayOf(one.from, zone))
        const opening = minuteOf(one.from, zone)
        const asked = hours.some((stretch) => stretch.weekday === weekday && minuteOfText(stretch.opens) === opening)
        const afterGap = hours.some(
          (stretch) => stretch.weekday === weekday && minuteOfText(stretch.opens) + 60 === opening,
        )
        expect(asked || afterGap).toBe(true)
      }
    }),
  )
})

test('the sweep finds exactly what trying every start finds', () => {
  const lanes = fc.array(busyWithin, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(windows, zones, weeklyHours, lanes, lanes, (from, zone, hours, rooms, arms) => {
      const until = new Date(from.getTime() + 14 * 24 * hour)
      const open = openSpans(hours, zone, from, until)
      const needs = [rooms, arms].map((group, need) => ({
        anyOf: group.map((quarters, index) => ({ id: `${need}-${index}`, busy: busySpans(from, quarters) })),
      }))
      const found = freeTogether({
        open,
        needs,
        from,
        until,
        lengthMinutes: 45,
        stepMinutes: 15,
        now: from,
        leadMinutes: 0,
      })
      const tried: { start: number; resources: (string | undefined)[] }[] = []
      for (const one of open) {
        for (
          let start = one.from.getTime();
          start + 45 * 60_000 <= Math.min(one.to.getTime(), until.getTime());
          start += 15 * 60_000
        ) {
          if (start < from.getTime()) continue
          const slot = { from: new Date(start), to: new Date(start + 45 * 60_000) }
          const resources = needs.map(
            (need) => need.anyOf.find((lane) => !lane.busy.some((taken) => overlap(taken, slot)))?.id,
          )
          if (resources.every((id) => id !== undefined)) tried.push({ start, resources })
        }
      }
      expect(found.map((slot) => ({ start: slot.from.getTime(), resources: [...slot.resources] }))).toEqual(tried)
    }),
  )
})

test('a slot needs every resource at once, any one of a group, first of the list preferred', () => {
  const open = [span('2026-11-24T15:00:00Z', '2026-11-24T18:00:00Z')]
  const slots = freeTogether({
    open,
    needs: [
      { anyOf: [{ id: 'provider', busy: [span('2026-11-24T15:00:00Z', '2026-11-24T15:30:00Z')] }] },
      {
        anyOf: [
          { id: 'room 1', busy: [span('2026-11-24T16:00:00Z', '2026-11-24T18:00:00Z')] },
          { id: 'room 2', busy: [] },
        ],
      },
    ],
    from: at('2026-11-24T00:00:00Z'),
    until: at('2026-11-25T00:00:00Z'),
    lengthMinutes: 60,
    stepMinutes: 30,
    now: at('2026-11-23T00:00:00Z'),
    leadMinutes: 0,
    atMost: 2,
  })
  expect(slots.map((slot) => [slot.from.toISOString().slice(11, 16), ...slot.resources])).toEqual([
    ['15:30', 'provider', 'room 2'],
    ['16:00', 'provider', 'room 2'],
  ])
})

test('merged spans hold the same time, apart and in order; intersections lie in both', () => {
  const base = at('2026-03-05T00:00:00Z')
  fc.assert(
    fc.property(busyWithin, busyWithin, fc.integer({ min: 0, max: 14 * 96 }), (one, other, quarter) => {
      const [a, b] = [busySpans(base, one), busySpans(base, other)]
      const moment = new Date(base.getTime() + quarter * 15 * 60_000)
      const holds = (spans: readonly Span[]) => spans.some((taken) => taken.from <= moment && moment < taken.to)
      expect(holds(mergeSpans(a))).toBe(holds(a))
      expect(holds(intersectSpans(a, b))).toBe(holds(a) && holds(b))
      mergeSpans(a).reduce(
        (last, next) => {
          expect(next.from.getTime()).toBeGreaterThan(last.to.getTime())
          return next
        },
        { from: new Date(0), to: new Date(0) },
      )
    }),
  )
})
