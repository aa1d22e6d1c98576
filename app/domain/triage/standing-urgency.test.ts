import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PatternEvent, standingPattern, standingUrgency, type UrgencyEvent } from './standing-urgency'
import { type SiTier, siTiers, type Tier, tiers } from './triage-result'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 15, minute))
const event = (kind: UrgencyEvent['kind'], urgency: Tier, minute: number): UrgencyEvent => ({
  kind,
  urgency,
  at: at(minute),
})
const rankOf = (tier: Tier | null) => (tier === null ? -1 : tiers.indexOf(tier))

const anEvent = fc.record({
  kind: fc.constantFrom('result', 'reading', 'review'),
  urgency: fc.constantFrom(...tiers),
  at: fc.integer({ min: 0, max: 59 }).map(at),
})
const software = fc.record({
  kind: fc.constantFrom('result', 'reading'),
  urgency: fc.constantFrom(...tiers),
})

describe('the urgency that stands', () => {
  test.each([
    ['nothing yet', [], null],
    ['the result', [event('result', 'expedited', 0)], 'expedited'],
    ['a reading raises', [event('result', 'routine', 0), event('reading', 'same_day', 1)], 'same_day'],
    ['a reading does not lower', [event('result', 'same_day', 0), event('reading', 'routine', 1)], 'same_day'],
    ['a clinician lowers', [event('result', 'same_day', 0), event('review', 'routine', 1)], 'routine'],
    [
      'a later reading raises again',
      [event('result', 'same_day', 0), event('review', 'routine', 1), event('reading', 'emergency', 2)],
      'emergency',
    ],
    [
      'an earlier reading does not',
      [event('result', 'same_day', 0), event('reading', 'emergency', 1), event('review', 'routine', 2)],
      'routine',
    ],
    [
      'answers sent after a reading of the draft do not lower it',
      [event('reading', 'same_day', 0), event('result', 'routine', 1)],
      'same_day',
    ],
    [
      'a reading in the same moment as a review still raises',
      [event('review', 'routine', 1), event('reading', 'same_day', 1), event('result', 'same_day', 0)],
      'same_day',
    ],
  ] as const)('%s', (_, events, stands) => {
    expect(standingUrgency(events)).toBe(stands)
  })

  test('software never lowers it, whatever it says and however often', () => {
    fc.assert(
      fc.property(fc.array(anEvent), fc.array(software, { minLength: 1 }), (before, added) => {
        const later = added.map((each, index): UrgencyEvent => ({ ...each, at: at(60 + index) }))
        const stood = standingUrgency(before)
        const stands = standingUrgency([...before, ...later])
        expect(rankOf(stands)).toBeGreaterThanOrEqual(rankOf(stood))
        for (const each of later) expect(rankOf(stands)).toBeGreaterThanOrEqual(rankOf(each.urgency))
      }),
    )
  })

  test('is lower than what software said only if a clinician set it later', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { minLength: 1 }), (events) => {
        const stands = rankOf(standingUrgency(events))
        for (const said of events.filter((each) => each.kind !== 'review' && rankOf(each.urgency) > stands))
          expect(events.some((each) => each.kind === 'review' && each.at >= said.at)).toBe(true)
      }),
    )
  })

  test('is what the last review set, unless something was read since', () => {
    fc.assert(
      fc.property(fc.array(anEvent), fc.constantFrom(...tiers), (events, urgency) => {
        expect(standingUrgency([...events, { kind: 'review', urgency, at: at(90) }])).toBe(urgency)
      }),
    )
  })

  test('does not depend on the order in which events are listed', () => {
    const unlike = fc.uniqueArray(anEvent, { selector: (each) => +each.at })
    fc.assert(
      fc.property(unlike, (events) => {
        expect(standingUrgency(events.toReversed())).toBe(standingUrgency(events))
      }),
    )
  })
})

describe('the SI pattern that stands', () => {
  const pattern = (kind: UrgencyEvent['kind'], siPattern: SiTier, minute: number): PatternEvent => ({
    ...event(kind, 'routine', minute),
    siPattern,
  })

  test.each([
    ['nothing yet', [], null],
    ['the result', [pattern('result', 'likely', 0)], 'likely'],
    ['an exam sets it, down too', [pattern('result', 'likely', 0), pattern('reading', 'unlikely', 1)], 'unlikely'],
    [
      'what a clinician set is not overwritten by a later reading',
      [pattern('result', 'likely', 0), pattern('review', 'unlikely', 1), pattern('reading', 'likely', 2)],
      'unlikely',
    ],
    [
      'after an agreement the readings go on',
      [pattern('result', 'possible', 0), pattern('review', 'possible', 1), pattern('reading', 'likely', 2)],
      'likely',
    ],
    [
      'a clinician takes the own word back',
      [
        pattern('result', 'likely', 0),
        pattern('review', 'unlikely', 1),
        pattern('review', 'likely', 2),
        pattern('reading', 'possible', 3),
      ],
      'possible',
    ],
  ] as const)('%s', (_, events, stands) => {
    expect(standingPattern(events)).toBe(stands)
  })

  test('is always something that somebody said', () => {
    const any = fc.record({
      kind: fc.constantFrom('result', 'reading', 'review'),
      urgency: fc.constantFrom(...tiers),
      siPattern: fc.constantFrom(...siTiers),
      at: fc.integer({ min: 0, max: 59 }).map(at),
    })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1 }), (events) => {
        expect(events.map((each) => each.siPattern)).toContain(standingPattern(events))
      }),
    )
  })
})
