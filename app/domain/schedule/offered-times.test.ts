import { describe, expect, test } from 'vitest'
import { dayOf } from '../time/day-of'
import { sayTime } from '../time/say-time'
import { bookingWindow } from './consult-rules'
import { dayStrip } from './day-strip'
import { nextTimes } from './next-times'
import { offeredTimes } from './offered-times'
import type { OfferedProvider } from './offered-times'

const zone = 'America/Chicago'
const now = new Date('2026-11-23T16:00:00Z')
const provider = (id: string, changes: Partial<OfferedProvider> = {}): OfferedProvider => ({
  id,
  name: `Dr. ${id}`,
  title: 'Physician',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '10:00', zone })),
  busy: [],
  licensedUntil: null,
  ...changes,
})
const window = bookingWindow('routine', now, zone)
const days = (times: { from: Date }[]) => [...new Set(times.map((time) => dayOf(time.from, zone)))]

describe('times offered to a patient', () => {
  test('routine: four weeks; expedited: three business days, today included', () => {
    const routine = offeredTimes({ providers: [provider('a')], patientBusy: [], window, now })
    expect(days(routine).at(-1)).toBe('2026-12-21')
    const soon = offeredTimes({
      providers: [provider('a')],
      patientBusy: [],
      window: bookingWindow('expedited', now, zone),
      now,
    })
    expect(days(soon)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26'])
  })

  test('the patient’s own time is not offered, at any provider', () => {
    const own = [{ from: new Date('2026-11-24T15:00:00Z'), to: new Date('2026-11-24T15:30:00Z') }]
    const times = offeredTimes({
      providers: [provider('a'), provider('b')],
      patientBusy: own,
      window: bookingWindow('expedited', now, zone),
      now,
    })
    const tuesday = times
      .filter((time) => dayOf(time.from, zone) === '2026-11-24')
      .map((time) => `${time.providerId} ${sayTime(time.from, zone)}`)
    expect(tuesday).toEqual(['a 9:30 AM', 'b 9:30 AM'])
  })

  test('nothing is offered after a licence ends', () => {
    const licensedUntil = new Date('2026-11-25T06:00:00Z')
    const times = offeredTimes({ providers: [provider('a', { licensedUntil })], patientBusy: [], window, now })
    expect(days(times)).toEqual(['2026-11-24'])
  })

  test('hours are read on the clocks of their own location', () => {
    const denver = provider('a', { hours: [{ weekday: 2, opens: '09:00', closes: '09:30', zone: 'America/Denver' }] })
    const [first] = offeredTimes({ providers: [denver], patientBusy: [], window, now })
    expect(first?.from.toISOString()).toBe('2026-11-24T16:00:00.000Z')
  })

  test('the next three true alternatives start with the nearest later time', () => {
    const times = offeredTimes({ providers: [provider('a')], patientBusy: [], window, now })
    const next = nextTimes(times, new Date('2026-11-24T15:00:00Z'), 3)
    expect(next.map((time) => time.from.toISOString())).toEqual([
      '2026-11-24T15:00:00.000Z',
      '2026-11-24T15:30:00.000Z',
      '2026-11-25T15:00:00.000Z',
    ])
    expect(nextTimes(times, new Date('2030-01-01T00:00:00Z'), 3)).toHaveLength(3)
  })
})

describe('the days to choose from', () => {
  const times = offeredTimes({
    providers: [
      provider('a', { hours: [1, 3, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '10:00', zone })) }),
    ],
    patientBusy: [],
    window,
    now,
  })

  test('opens at the first day with a time and shows closed weekdays', () => {
    expect(dayStrip(times, zone)).toEqual({
      days: [
        { day: '2026-11-25', times: 2 },
        { day: '2026-11-26', times: 0 },
        { day: '2026-11-27', times: 2 },
        { day: '2026-11-30', times: 2 },
        { day: '2026-12-01', times: 0 },
      ],
      chosen: '2026-11-25',
      earlier: null,
      later: '2026-12-02',
    })
  })

  test('a later strip keeps its way back; a chosen day stays chosen', () => {
    const later = dayStrip(times, zone, { from: '2026-12-02', day: '2026-12-04' })
    expect(later).toMatchObject({ chosen: '2026-12-04', earlier: '2026-11-25', later: '2026-12-09' })
    expect(dayStrip(times, zone, { day: '2026-12-04' })?.chosen).toBe('2026-12-04')
  })

  test('nonsense in the address changes nothing, and no time is no strip', () => {
    expect(dayStrip(times, zone, { from: '1999-01-01', day: 'x' })?.chosen).toBe('2026-11-25')
    expect(dayStrip([], zone)).toBeUndefined()
  })
})
