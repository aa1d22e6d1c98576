import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anestheticWindows, diagnosticResponse } from './diagnostic-response'
import type { DiagnosticEntry } from './diagnostic-response'
import { reaches, relief } from './relief'
import type { Reading } from './relief'
import { therapeuticResponse } from './therapeutic-response'
import { slotTiming } from './diary-timing'
import type { DiarySlot } from './outcome-lists'

const reading = (value: number, changes: Partial<Reading> = {}): Reading => ({
  scale: 'nrs',
  anchor: 'average_7_days',
  side: 'right',
  value,
  ...changes,
})
const percent = (before: number, after: number) => {
  const found = relief(reading(before), reading(after))
  return found.kind === 'computed' ? found.percent : found.why
}

describe('relief on one scale, anchor and side', () => {
  test.each([
    [8, 2, 75],
    [7, 2, 500 / 7],
    [6, 3, 50],
    [5, 7, -40],
    [10, 10, 0],
    [4, 0, 100],
  ])('from %d to %d is %d percent', (before, after, expected) => {
    expect(percent(before, after)).toBe(expected)
  })

  test.each([
    [75, [1, 1, 1, 1, 2, 2, 2]],
    [50, [2, 2, 3, 3, 4, 4, 5]],
    [30, [2, 3, 4, 4, 5, 6, 7]],
  ])('the highest number afterwards that still reaches %d percent, from 4 to 10', (threshold, highest) => {
    const found = [4, 5, 6, 7, 8, 9, 10].map((before) => {
      const passing = Array.from({ length: 11 }, (_, after) => after).filter((after) =>
        reaches(relief(reading(before), reading(after)), threshold),
      )
      return Math.max(...passing)
    })
    expect(found).toEqual(highest)
  })

  test('compares before rounding: 7 to 2 is 71.4 and never 75; 74.6 is not 75', () => {
    expect(reaches(relief(reading(7), reading(2)), 75)).toBe(false)
    expect(reaches(relief(reading(6.7), reading(1.7)), 75)).toBe(false)
    expect(reaches(relief(reading(9.2), reading(2.3)), 75)).toBe(true)
  })

  test('a number before of zero, or none at all, gives no percentage', () => {
    expect(percent(0, 0)).toBe('baselineZero')
    expect(relief(undefined, reading(3))).toEqual({ kind: 'notComputable', why: 'notMeasured' })
    expect(relief(reading(3), undefined)).toEqual({ kind: 'notComputable', why: 'notMeasured' })
  })

  test.each([
    [{ scale: 'peg' }, 'differentScale'],
    [{ anchor: 'now' }, 'differentAnchor'],
    [{ side: 'left' }, 'differentSide'],
    [{ side: 'both' }, 'differentSide'],
  ] as const)('is refused when the second differs in %o', (changes, why) => {
    expect(relief(reading(8), reading(2, changes))).toEqual({ kind: 'notComputable', why })
  })

  test('under 4 it is computed but says that a block cannot be read by it', () => {
    expect(relief(reading(3), reading(0))).toEqual({ kind: 'computed', percent: 100, diagnosticValid: false })
    expect(relief(reading(4), reading(0))).toEqual({ kind: 'computed', percent: 100, diagnosticValid: true })
  })

  test('more pain afterwards never means more relief', () => {
    const value = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10)
    fc.assert(
      fc.property(value, value, value, (before, one, other) => {
        const [less, more] = one <= other ? [one, other] : [other, one]
        const percentTo = (after: number) => {
          const found = relief(reading(before), reading(after))
          return found.kind === 'computed' ? found.percent : 0
        }
        expect(percentTo(less)).toBeGreaterThanOrEqual(percentTo(more))
      }),
    )
  })
})

const needleOutAt = new Date('2026-12-08T15:40:00Z')
const zone = 'America/Chicago'
const entry = (slot: DiarySlot, painNow: number, changes: Partial<DiagnosticEntry> = {}): DiagnosticEntry => ({
  slot,
  painNow,
  didActivity: true,
  writtenAt: slotTiming(slot, needleOutAt, zone).dueAt,
  ...changes,
})
const respond = (
  painBefore: number,
  entries: DiagnosticEntry[],
  more: { window?: { fromMinutes: number; toMinutes: number }; confounded?: boolean } = {},
) => {
  const { kind, why } = diagnosticResponse({ painBefore, needleOutAt, zone, entries, ...more })
  return `${kind}: ${why}`
}
const late = (slot: DiarySlot, minutes: number) =>
  new Date(slotTiming(slot, needleOutAt, zone).dueAt.getTime() + minutes * 60_000)

describe('diagnostic response while the numbing medicine acts', () => {
  test.each([
    ['every slot 75 or more, active', 8, [2, 2, 1], 'positive: sustainedAndActive'],
    ['one slot under 75', 8, [2, 3, 1], 'partial: notSustained'],
    ['71.4 is not 75', 7, [2, 2, 2], 'partial: half'],
    ['between 50 and 74', 8, [4, 3, 4], 'partial: half'],
    ['under 50', 8, [5, 5, 6], 'negative: underHalf'],
    ['worse', 6, [7, 8, 8], 'negative: underHalf'],
    ['a number before of 3', 3, [0, 0, 0], 'indeterminate: baselineTooLow'],
    ['a number before of 0', 0, [0, 0, 0], 'indeterminate: baselineTooLow'],
    ['a number before of 4', 4, [1, 1, 1], 'positive: sustainedAndActive'],
  ])('%s', (_, before, [m30, h1, h2], expected) => {
    expect(respond(before, [entry('m30', m30 ?? 0), entry('h1', h1 ?? 0), entry('h2', h2 ?? 0)])).toBe(expected)
  })

  test('a missing or a late slot is not read as zero', () => {
    expect(respond(8, [entry('m30', 1), entry('h1', 1)])).toBe('indeterminate: entriesMissing')
    expect(respond(8, [])).toBe('indeterminate: entriesMissing')
    const written = [entry('m30', 1), entry('h1', 1, { writtenAt: late('h1', 31) }), entry('h2', 1)]
    expect(respond(8, written)).toBe('indeterminate: entriesMissing')
    expect(respond(8, [entry('m30', 1), entry('h1', 1, { writtenAt: late('h1', 30) }), entry('h2', 1)])).toBe(
      'positive: sustainedAndActive',
    )
  })

  test('without the usual activity it cannot be positive; not asked is not done', () => {
    const still = (['m30', 'h1', 'h2'] as const).map((slot) => entry(slot, 0, { didActivity: false }))
    expect(respond(8, still)).toBe('indeterminate: activityNotDone')
    expect(
      respond(
        8,
        still.map((one) => ({ ...one, didActivity: null })),
      ),
    ).toBe('indeterminate: activityNotDone')
  })

  test('the window follows the medicine: what comes later does not count', () => {
    const day = [entry('m30', 1), entry('h1', 1), entry('h2', 1), entry('h4', 6), entry('h8', 7), entry('d1', 8)]
    expect(respond(8, day)).toBe('positive: sustainedAndActive')
    expect(respond(8, day, { window: anestheticWindows.bupivacaine })).toBe('partial: notSustained')
  })

  test('the clinician can say that something else confounds it', () => {
    expect(respond(8, [entry('m30', 1), entry('h1', 1), entry('h2', 1)], { confounded: true })).toBe(
      'indeterminate: confounded',
    )
  })
})

describe('therapeutic response at day 14, always provisional', () => {
  const average = (before: number, after: number) => relief(reading(before), reading(after))
  const peg = (value: number) => reading(value, { scale: 'peg', anchor: 'past_week' })
  test.each([
    ['50% and PEG better by 1', average(6, 3), { pegBefore: peg(6), pegNow: peg(5) }, 'substantial', 'confirms'],
    ['50% and PEG better by 0.9', average(6, 3), { pegBefore: peg(6), pegNow: peg(5.1) }, 'moderate', 'doesNotConfirm'],
    ['50% and much better', average(6, 3), { impression: 'much_better' }, 'substantial', 'confirms'],
    ['50% and a little better', average(6, 3), { impression: 'little_better' }, 'moderate', 'doesNotConfirm'],
    ['50% and nothing else', average(6, 3), {}, 'moderate', 'notMeasured'],
    ['42.9%, PEG better', average(7, 4), { pegBefore: peg(6), pegNow: peg(2) }, 'moderate', 'confirms'],
    ['30%', average(10, 7), {}, 'moderate', 'notMeasured'],
    ['28.6%', average(7, 5), {}, 'none', 'notMeasured'],
    ['no change', average(7, 7), {}, 'none', 'notMeasured'],
    ['worse', average(5, 7), { impression: 'much_better' }, 'worse', 'confirms'],
    ['nothing before', relief(undefined, reading(2)), {}, 'notComputable', 'notMeasured'],
  ] as const)('%s', (_, found, second, kind, secondMeasure) => {
    expect(therapeuticResponse(found, second)).toEqual({ kind, secondMeasure, durability: 'provisional' })
  })
})
