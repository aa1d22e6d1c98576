import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diaryState } from './diary-state'
import { diaryTimings, isLate, slotTiming } from './diary-timing'
import { diarySlots } from './outcome-lists'
import type { DiarySlot } from './outcome-lists'
import { postInjectionAlarms } from './post-injection-alarms'
import type { AlarmEntry } from './post-injection-alarms'
import { slotLabel, slotWords } from './slot-words'

const zone = 'America/Chicago'
const needleOutAt = new Date('2026-12-08T15:40:00Z')
const after = (minutes: number) => new Date(needleOutAt.getTime() + minutes * 60_000)
const day = 24 * 60

const standing = (now: Date, written: DiarySlot[] = []) =>
  Object.fromEntries(diaryState({ needleOutAt, zone, written, now }).map((one) => [one.slot, one.state]))

describe('timing of the diary', () => {
  test('minutes and hours count from the needle, days are evenings of the clinic', () => {
    const due = Object.fromEntries(diaryTimings(needleOutAt, zone).map((one) => [one.slot, one.dueAt.toISOString()]))
    expect(due).toMatchObject({
      m30: '2026-12-08T16:10:00.000Z',
      h8: '2026-12-08T23:40:00.000Z',
      d1: '2026-12-10T00:00:00.000Z',
      d14: '2026-12-23T00:00:00.000Z',
    })
  })

  test('evenings stay evenings when the clocks change', () => {
    expect(slotTiming('d1', new Date('2026-10-31T15:00:00Z'), zone).dueAt.toISOString()).toBe(
      '2026-11-02T00:00:00.000Z',
    )
    expect(slotTiming('d1', new Date('2026-03-07T16:00:00Z'), zone).dueAt.toISOString()).toBe(
      '2026-03-08T23:00:00.000Z',
    )
  })

  test.each([
    ['m30', 30, false],
    ['m30', 31, true],
    ['h2', 31, true],
    ['h4', 12 * 60, false],
    ['h4', 12 * 60 + 1, true],
    ['d5', 12 * 60, false],
    ['d5', 13 * 60, true],
  ] as const)('%s written %d minutes after it is due: late is %s', (slot, minutes, expected) => {
    const timing = slotTiming(slot, needleOutAt, zone)
    expect(isLate(timing, new Date(timing.dueAt.getTime() + minutes * 60_000))).toBe(expected)
  })

  test('has words for every slot', () => {
    expect(slotWords('h4')).toBe('4 hours after your injection')
    expect(slotWords('d3')).toBe('Day 3 after your injection')
    expect([slotLabel('m30'), slotLabel('d14')]).toEqual(['30 min', 'Day 14'])
  })
})

describe('where the slots stand', () => {
  test('before the first one nothing is open', () => {
    expect(Object.values(standing(after(5))).every((state) => state === 'later')).toBe(true)
  })

  test('four hours later: one is now, the earlier ones can be added', () => {
    expect(standing(after(245), ['m30'])).toMatchObject({
      m30: 'written',
      h1: 'addable',
      h2: 'addable',
      h4: 'now',
      h8: 'later',
    })
  })

  test('a slot that nobody filled stays missing', () => {
    expect(standing(after(7 * day))).toMatchObject({
      m30: 'missing',
      d1: 'missing',
      d6: 'addable',
      d7: 'now',
      d8: 'later',
    })
  })

  test('after the end everything is written or missing', () => {
    const states = standing(after(20 * day), ['d3'])
    expect(states['d3']).toBe('written')
    expect(diarySlots.filter((slot) => slot !== 'd3').every((slot) => states[slot] === 'missing')).toBe(true)
  })

  test('at most one slot is now, and it is never before its opening', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 20 * day }), fc.subarray([...diarySlots]), (minutes, written) => {
        const now = after(minutes)
        const open = diaryState({ needleOutAt, zone, written, now }).filter((one) => one.state === 'now')
        expect(open.length).toBeLessThanOrEqual(1)
        expect(open.every((one) => one.opensAt <= now)).toBe(true)
      }),
    )
  })
})

const entry = (slot: DiarySlot, changes: Partial<AlarmEntry> = {}): AlarmEntry => ({
  slot,
  painNow: 4,
  numbOrWeak: 'no',
  fever: 'no',
  ...changes,
})
const alarms = (one: AlarmEntry, { hours = 1, earlier = [] as AlarmEntry[], painBefore = 7 } = {}) =>
  postInjectionAlarms(one, { earlier, painBefore, sinceNeedleOutMs: hours * 3_600_000 }).map(
    (found) => `${found.urgency} ${found.questionKey}`,
  )

describe('alarms after an injection', () => {
  test.each([
    ['nothing', entry('h4'), 4, []],
    ['soreness on day 2', entry('d2', { painNow: 9 }), 48, []],
    ['fever', entry('d2', { fever: 'yes' }), 48, ['emergency fever']],
    ['not sure about fever', entry('d2', { fever: 'unsure' }), 48, ['same_day fever']],
    ['both legs', entry('h1', { numbOrWeak: 'both_legs' }), 1, ['emergency numbOrWeak']],
    ['a leg getting worse', entry('h2', { numbOrWeak: 'worse' }), 2, ['emergency numbOrWeak']],
    ['a numb leg in the first hours', entry('h4', { numbOrWeak: 'same' }), 4, []],
    ['a numb leg at 8 hours', entry('h8', { numbOrWeak: 'same' }), 8, []],
    ['a numb leg after 8 hours', entry('h8', { numbOrWeak: 'same' }), 8.1, ['same_day numbOrWeak']],
    ['not sure about the leg', entry('h1', { numbOrWeak: 'unsure' }), 1, ['same_day numbOrWeak']],
    [
      'fever and both legs',
      entry('d1', { fever: 'yes', numbOrWeak: 'both_legs' }),
      24,
      ['emergency fever', 'emergency numbOrWeak'],
    ],
  ])('%s', (_, one, hours, expected) => {
    expect(alarms(one, { hours })).toEqual(expected)
  })

  test.each([
    ['two points more than on day 3', 6, [entry('d3', { painNow: 4 })], ['same_day painNow']],
    ['one point more', 5, [entry('d3', { painNow: 4 })], []],
    [
      'one point a day, from the lowest',
      5,
      [entry('d3', { painNow: 3 }), entry('d4', { painNow: 4 })],
      ['same_day painNow'],
    ],
    ['settling from a sore day 2', 6, [entry('d2', { painNow: 8 })], []],
    ['numbness wearing off is not growth', 6, [entry('h2', { painNow: 0 })], []],
    ['with nothing written since, more than before the injection', 9, [], ['same_day painNow']],
  ])('on day 5: %s', (_, painNow, earlier, expected) => {
    expect(alarms(entry('d5', { painNow }), { earlier, hours: 120 })).toEqual(expected)
  })

  test('a worse answer never lowers what is raised', () => {
    const rank = { none: 0, same_day: 1, emergency: 2 }
    const highest = (one: AlarmEntry, hours: number) =>
      Math.max(
        0,
        ...postInjectionAlarms(one, { earlier: [], painBefore: 5, sinceNeedleOutMs: hours * 3_600_000 }).map(
          (found) => rank[found.urgency],
        ),
      )
    fc.assert(
      fc.property(
        fc.constantFrom(...diarySlots),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 400 }),
        (slot, painNow, hours) => {
          const base = highest(entry(slot, { painNow }), hours)
          for (const numbOrWeak of ['same', 'worse', 'both_legs', 'unsure'] as const) {
            for (const fever of ['no', 'yes', 'unsure'] as const) {
              expect(highest(entry(slot, { painNow, numbOrWeak, fever }), hours)).toBeGreaterThanOrEqual(base)
            }
          }
        },
      ),
    )
  })
})
