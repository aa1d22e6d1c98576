import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initials, firstName, sayProvider } from '~/domain/people/say-names'
import { anArrival } from '@db/factories/an-arrival'
import { arrivalForm } from './arrival'
import { guestStanding } from './guest-standing'
import { licenceThere } from './licence'
import { presenceSweep } from './presence-sweep'
import { roomName, visitOfRoom } from './room-name'
import type { GuestFacts } from './stage-facts'
import { nextState, visitEvents, visitStates } from './visit'
import { sayWait, waitRange } from './wait-range'
import type { WaitingLine } from './wait-range'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 16, minute))

test('what is over stays over', () => {
  for (const state of ['ended', 'no_show', 'cancelled'] as const)
    for (const event of visitEvents) expect(nextState(state, event)).toBeUndefined()
})

test('nobody is in a visit without having waited', () => {
  const ways = visitStates.filter((state) => visitEvents.some((event) => nextState(state, event) === 'in_visit'))
  expect(ways).toEqual(['waiting'])
})

test('a room tells its visit and epoch, and nothing else is a room', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 1, max: 999_999 }), (visitId, epoch) => {
      expect(visitOfRoom(roomName(visitId, epoch))).toEqual({ visitId, epoch })
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => visitOfRoom(text) === null))
})

const line = (changes: Partial<WaitingLine> = {}): WaitingLine => ({
  ahead: 0,
  busySince: null,
  busyPlannedMinutes: null,
  typicalMinutes: null,
  ...changes,
})

test.each<[string, WaitingLine, number, string]>([
  ['free and due', line(), 0, 'Under 10 min'],
  ['free and early', line(), -12, '10 to 20 min'],
  ['with somebody for 20 of 30 minutes', line({ busySince: at(-20), busyPlannedMinutes: 30 }), 0, '10 to 20 min'],
  ['running over', line({ busySince: at(-50), busyPlannedMinutes: 30 }), 0, 'Under 10 min'],
  [
    'with somebody, one before',
    line({ ahead: 1, busySince: at(-20), busyPlannedMinutes: 30, typicalMinutes: 25 }),
    0,
    '35 to 45 min',
  ],
])('the wait, %s', (_, facts, lateBy, words) => {
  expect(sayWait(waitRange(facts, at(-lateBy), at(0)))).toBe(words)
})

test('a licence counts until the end of its last day', () => {
  const held = [
    { state: 'MN', validUntil: '2026-11-23' },
    { state: 'WI', validUntil: null },
  ]
  expect(licenceThere(held, 'MN', '2026-11-23')).toBe('licensed')
  expect(licenceThere(held, 'MN', '2026-11-24')).toBe('unlicensed')
  expect(licenceThere(held, 'WI', '2030-01-01')).toBe('licensed')
  expect(licenceThere(held, 'IA', '2026-11-23')).toBe('unlicensed')
})

const guest = (changes: Partial<GuestFacts>): GuestFacts => ({
  id: 'g',
  kind: 'family',
  name: 'Arvid',
  arrivedAt: null,
  consentedAt: null,
  refusedAt: null,
  admittedAt: null,
  leftAt: null,
  ...changes,
})

test.each([
  [guest({}), 'invited'],
  [guest({ arrivedAt: at(1) }), 'asking'],
  [guest({ arrivedAt: at(1), consentedAt: at(2) }), 'agreed'],
  [guest({ arrivedAt: at(1), refusedAt: at(2) }), 'refused'],
  [guest({ arrivedAt: at(1), refusedAt: at(2), consentedAt: at(3) }), 'agreed'],
  [guest({ arrivedAt: at(1), consentedAt: at(2), admittedAt: at(3) }), 'in'],
  [guest({ arrivedAt: at(1), consentedAt: at(2), admittedAt: at(3), leftAt: at(4) }), 'out'],
  [guest({ arrivedAt: at(5), consentedAt: at(2), admittedAt: at(3), leftAt: at(4) }), 'asking'],
  [guest({ arrivedAt: at(5), refusedAt: at(2) }), 'asking'],
])('a guest stands %#', (facts, standing) => {
  expect(guestStanding(facts)).toBe(standing)
})

test('a sweep decides about every stay once', () => {
  const sid = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const open = fc.uniqueArray(fc.record({ sid, missedChecks: fc.integer({ min: 0, max: 1 }) }), {
    selector: (stay) => stay.sid,
  })
  const seen = fc.uniqueArray(sid).map((sids) => sids.map((one) => ({ sid: one, identity: one, joinedAt: at(0) })))
  fc.assert(
    fc.property(open, fc.option(seen), (known, inRoom) => {
      const sweep = presenceSweep(known, inRoom)
      expect([...sweep.there, ...sweep.missed, ...sweep.gone].sort()).toEqual(known.map((stay) => stay.sid).sort())
      const present = [...sweep.there, ...sweep.add.map((one) => one.sid)]
      expect(present.sort()).toEqual((inRoom ?? []).map((one) => one.sid).sort())
    }),
  )
})

test('the form at the door says how to repair what is missing', () => {
  const problems = (form: unknown) =>
    arrivalForm.safeParse(form).error?.issues.map((issue) => [issue.path[0], issue.message])
  expect(problems(anArrival())).toBeUndefined()
  expect(problems(anArrival({ callBackPhone: '555-0147' }))).toEqual([
    ['callBackPhone', 'Add the whole number, with its area code'],
  ])
  expect(problems({ ...anArrival(), room: 'someone' })).toEqual([['company', 'Say who is with you']])
  expect(problems({ ...anArrival(), consent: undefined })?.[0]?.[0]).toBe('consent')
  expect(problems({ ...anArrival(), state: 'XX' })?.[0]).toEqual(['state', 'Choose the state where you are'])
})

test('names are said as people say them', () => {
  expect(sayProvider('Dr. Nora Exemplar')).toBe('Dr. Exemplar')
  expect(sayProvider('Quill Sampler')).toBe('Quill Sampler')
  expect(firstName('Marla Sampleton')).toBe('Marla')
  expect(initials('Dr. Nora Exemplar')).toBe('NE')
  expect(initials('Amina')).toBe('A')
})
