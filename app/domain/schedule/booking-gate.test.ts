import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookingGate } from './booking-gate'
import type { GateFacts } from './booking-gate'

const facts = (changes: Partial<GateFacts> = {}): GateFacts => ({
  intake: { submitted: true },
  urgency: 'routine',
  openCalls: 0,
  callClosed: false,
  homeState: 'MN',
  liveConsultId: null,
  seen: false,
  ...changes,
})

test.each<[string, Partial<GateFacts>, object]>([
  ['routine books', {}, { kind: 'open', urgency: 'routine', homeState: 'MN' }],
  ['expedited books', { urgency: 'expedited' }, { kind: 'open', urgency: 'expedited', homeState: 'MN' }],
  ['same day is called', { urgency: 'same_day' }, { kind: 'calledToday' }],
  ['emergency is called', { urgency: 'emergency' }, { kind: 'calledToday' }],
  ['an open call closes booking whatever triage says', { openCalls: 1 }, { kind: 'calledToday' }],
  [
    'after the clinician closed the call it books with priority',
    { urgency: 'same_day', callClosed: true },
    { kind: 'open', urgency: 'expedited', homeState: 'MN' },
  ],
  ['no intake', { intake: null, urgency: null }, { kind: 'intakeFirst' }],
  ['an intake that was not sent', { intake: { submitted: false } }, { kind: 'intakeFirst' }],
  ['a consult is live', { liveConsultId: 'v' }, { kind: 'booked', visitId: 'v' }],
  ['already seen with this intake', { seen: true }, { kind: 'seen' }],
  ['no home state', { homeState: null }, { kind: 'noState' }],
])('%s', (_, changes, expected) => {
  expect(bookingGate(facts(changes))).toEqual(expected)
})

test('nobody with an open call, or an unlowered same-day or emergency result, ever books', () => {
  const any = fc.record({
    intake: fc.constantFrom(null, { submitted: true }, { submitted: false }),
    urgency: fc.constantFrom(null, 'emergency' as const, 'same_day' as const, 'expedited' as const, 'routine' as const),
    openCalls: fc.nat(2),
    callClosed: fc.boolean(),
    homeState: fc.constantFrom(null, 'MN'),
    liveConsultId: fc.constantFrom(null, 'v'),
    seen: fc.boolean(),
  })
  fc.assert(
    fc.property(any, (one) => {
      const urgent =
        one.openCalls > 0 || ((one.urgency === 'same_day' || one.urgency === 'emergency') && !one.callClosed)
      expect(!urgent || bookingGate(one).kind !== 'open').toBe(true)
    }),
  )
})
