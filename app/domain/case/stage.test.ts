import { describe, expect, test } from 'vitest'
import { boardColumns, median } from './board-columns'
import { bookingClosed } from './booking-closed'
import { cardOf } from './card'
import { caseThread } from './case-thread'
import { pickFollowUp } from './follow-up-time'
import { stageOf } from './stage'
import type { CaseFacts, ItemFact, Stage } from './stage'

const zone = 'America/Chicago'
const day = (plain: string) => new Date(`${plain}T18:00:00Z`)
const now = day('2026-11-23')

const line = (
  code: string,
  state: ItemFact['state'] = 'open',
  resolver: ItemFact['resolver'] = 'scheduler',
): ItemFact => ({
  code,
  state,
  resolver,
  changedAt: state === 'open' ? null : day('2026-11-20'),
})

const ordered: CaseFacts = {
  consultEndedAt: day('2026-11-10'),
  noteSignedAt: day('2026-11-10'),
  orderedAt: day('2026-11-12'),
  items: [line('authorisation'), line('driver', 'open', 'patient'), line('consent', 'open', 'clinician')],
  authorisation: null,
  procedure: null,
  lastDiaryAt: null,
  followUp: null,
  outcomeAt: null,
}
const asked = {
  payer: 'Plan',
  sentAt: day('2026-11-13'),
  decisionDueAt: day('2026-11-20'),
  decision: null,
  decidedAt: null,
  denialReason: null,
  validUntil: null,
}
const yes = { ...asked, decision: 'approved' as const, decidedAt: day('2026-11-18'), validUntil: '2027-01-31' }
const authorised: CaseFacts = {
  ...ordered,
  authorisation: yes,
  items: [line('authorisation', 'done'), line('driver', 'open', 'patient'), line('consent', 'open', 'clinician')],
}
const cleared: CaseFacts = {
  ...authorised,
  items: [line('authorisation', 'done'), line('driver', 'done', 'patient'), line('consent', 'open', 'clinician')],
}
const booked: CaseFacts = {
  ...cleared,
  procedure: { state: 'booked', startsAt: day('2026-12-08'), needleOutAt: null, confirmedAt: null },
  followUp: { startsAt: day('2026-12-22'), endedAt: null },
}
const done: CaseFacts = {
  ...booked,
  procedure: { state: 'done', startsAt: day('2026-11-20'), needleOutAt: day('2026-11-20'), confirmedAt: null },
}

describe('a stage is read from the facts', () => {
  test.each<[Stage, CaseFacts]>([
    ['consult_done', { ...ordered, orderedAt: null, items: [] }],
    ['ordered', ordered],
    ['ordered', { ...ordered, authorisation: asked }],
    ['authorised', authorised],
    ['cleared', cleared],
    ['booked', booked],
    ['procedure_done', done],
    ['diary_running', { ...done, lastDiaryAt: day('2026-11-21') }],
    [
      'follow_up_done',
      {
        ...done,
        lastDiaryAt: day('2026-11-21'),
        followUp: { startsAt: day('2026-12-04'), endedAt: day('2026-12-04') },
      },
    ],
    ['next_step', { ...done, outcomeAt: day('2026-12-04') }],
  ])('%s', (stage, facts) => {
    expect(stageOf(facts).stage).toBe(stage)
  })

  test('a plan that said yes without the line being settled does not authorise', () => {
    expect(stageOf({ ...ordered, authorisation: yes }).stage).toBe('ordered')
  })

  test('who pays alone asks no plan', () => {
    expect(stageOf({ ...ordered, items: [line('driver', 'done', 'patient')] }).stage).toBe('cleared')
  })

  test('a cancelled procedure takes the case back to where its facts are', () => {
    expect(stageOf({ ...cleared, procedure: { ...booked.procedure!, state: 'cancelled' } }).stage).toBe('cleared')
  })
})

describe('a card says why', () => {
  test.each<[string, CaseFacts, ReturnType<typeof cardOf>['edge'], RegExp, string]>([
    [
      'denied',
      {
        ...ordered,
        authorisation: { ...asked, decision: 'denied', decidedAt: day('2026-11-19'), denialReason: 'no exam on file' },
      },
      'red',
      /Denied Thu, Nov 19: no exam on file/,
      'appeal',
    ],
    ['answer late', { ...ordered, authorisation: asked }, 'red', /was due Fri, Nov 20/, 'record_answer'],
    ['never sent', ordered, 'amber', /not sent/, 'send_request'],
    [
      'authorisation ends first',
      { ...booked, authorisation: { ...yes, validUntil: '2026-12-07' } },
      'red',
      /ends before/,
      'move',
    ],
    [
      'ends on the day',
      { ...booked, authorisation: { ...yes, validUntil: '2026-12-08' } },
      null,
      /Not confirmed/,
      'open',
    ],
    ['cleared', cleared, 'amber', /Nothing open/, 'find_time'],
    [
      'past and not recorded',
      { ...booked, procedure: { ...booked.procedure!, startsAt: day('2026-11-22') } },
      'amber',
      /Not recorded/,
      'record',
    ],
  ])('%s', (_, facts, edge, words, act) => {
    const card = cardOf(facts, now, zone)
    expect(card).toMatchObject({ edge, act })
    expect(card.lines.map((one) => one.words).join(' ')).toMatch(words)
  })
})

test('columns sort by need, then age, and the median is a real one', () => {
  const row = (key: string, edge: 'red' | 'amber' | null, since: string) => ({
    key,
    card: { stage: 'ordered' as const, edge, days: 1, since: day(since) },
  })
  const columns = boardColumns([
    row('new', null, '2026-11-22'),
    row('old', null, '2026-11-01'),
    row('red', 'red', '2026-11-20'),
    row('amber', 'amber', '2026-11-02'),
  ])
  expect(columns.find((one) => one.stage === 'ordered')?.rows.map((one) => one.key)).toEqual([
    'red',
    'amber',
    'old',
    'new',
  ])
  expect([median([]), median([3]), median([1, 9, 5]), median([4, 1, 2, 9])]).toEqual([null, 3, 5, 2])
})

test('booking is closed in words until plan and clearances are settled', () => {
  expect(bookingClosed(ordered)).toMatch(/Authorisation by the plan, Driver/)
  expect(bookingClosed(authorised)).toMatch(/Driver/)
  expect(bookingClosed(cleared)).toBeNull()
})

test('the thread shows one step as now, and a refusal as stopped', () => {
  const states = (facts: CaseFacts) => caseThread(facts, zone).map((step) => step.state)
  expect(states(authorised)).toEqual(['done', 'done', 'done', 'now', 'next', 'next', 'next', 'next'])
  expect(states({ ...ordered, authorisation: { ...asked, decision: 'denied' } })[2]).toBe('stopped')
})

test('the follow-up is the free time nearest to day 14, across a change of clocks', () => {
  const free = [
    '2026-11-04T16:00:00Z',
    '2026-11-06T16:00:00Z',
    '2026-11-09T15:00:00Z',
    '2026-11-09T16:00:00Z',
    '2026-11-20T16:00:00Z',
  ].map((text) => ({ from: new Date(text) }))
  const procedure = new Date('2026-10-26T15:00:00Z')
  expect(pickFollowUp(free, procedure, zone)?.from.toISOString()).toBe('2026-11-09T15:00:00.000Z')
  expect(pickFollowUp(free.slice(0, 1), procedure, zone)).toBeUndefined()
})
