import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CareFacts, ProcedureFact, VisitFact } from './care-facts'
import { careNextStep } from './care-next-step'
import { careTimeline } from './care-timeline'

const zone = 'America/Chicago'
const at = (text: string) => new Date(`2026-${text}:00Z`)
const now = at('11-23T16:00')

const facts = (changes: Partial<CareFacts> = {}): CareFacts => ({
  zone,
  clinicZone: zone,
  firstName: 'Marla',
  intake: { startedAt: at('11-18T15:00'), submittedAt: at('11-18T16:00') },
  calls: [],
  gate: { kind: 'open', urgency: 'routine', homeState: 'MN' },
  consult: null,
  order: null,
  caseClosed: false,
  authorisation: null,
  items: [],
  procedure: null,
  diary: null,
  followUp: null,
  outcomeAt: null,
  bloodThinner: false,
  ...changes,
})

const visit = (changes: Partial<VisitFact> = {}): VisitFact => ({
  id: 'v1',
  state: 'booked',
  startsAt: at('11-24T20:30'),
  endedAt: null,
  providerName: 'Dr. Nora Exemplar',
  noteSignedAt: null,
  ...changes,
})
const seen = visit({ state: 'ended', endedAt: at('11-24T21:00'), noteSignedAt: at('11-24T21:08') })
const procedure = (changes: Partial<ProcedureFact> = {}): ProcedureFact => ({
  state: 'booked',
  startsAt: at('12-08T15:30'),
  side: 'right',
  place: 'North office',
  confirmedAt: null,
  driverName: null,
  needleOutAt: null,
  ...changes,
})
const driver = (state: 'open' | 'done') => ({ code: 'driver', state, resolver: 'patient' as const })
const plan = { code: 'authorisation', state: 'open' as const, resolver: 'scheduler' as const }
const thinner = { code: 'block:anticoagulant_review', state: 'open' as const, resolver: 'clinician' as const }
const asked = {
  sentAt: at('11-25T15:00'),
  decisionDueAt: at('12-02T18:00'),
  decision: null,
  decidedAt: null,
  validUntil: null,
}
const agreed = { ...asked, decision: 'approved' as const, decidedAt: at('11-30T18:00'), validUntil: '2027-02-28' }
const ordered = {
  consult: seen,
  gate: { kind: 'seen' as const },
  order: { side: 'right' as const, orderedAt: at('11-24T21:00') },
  items: [plan, driver('open')],
}
const booked = {
  ...ordered,
  authorisation: agreed,
  items: [{ ...plan, state: 'done' as const }, driver('open'), thinner],
  procedure: procedure(),
}
const followUp = visit({ id: 'v2', startsAt: at('12-22T16:00') })
const done = {
  ...booked,
  items: [{ ...plan, state: 'done' as const }, driver('done')],
  procedure: procedure({ state: 'done', confirmedAt: now, driverName: 'Arvid', needleOutAt: at('12-08T15:45') }),
  followUp,
}

const thread = (one: CareFacts, when = now) =>
  careTimeline(one, when).map((step) => `${step.state} ${step.title}${step.when ? ` | ${step.when}` : ''}`)

describe('the care timeline', () => {
  test('nothing answered yet', () => {
    expect(thread(facts({ intake: null, gate: { kind: 'intakeFirst' } }))).toEqual([
      'now Your questions | About 12 minutes',
      'next Video visit | You choose the time',
      'next What comes next | You and your clinician decide together',
    ])
  })

  test('answered, nothing booked', () => {
    expect(thread(facts())).toEqual([
      'done You answered your questions | Wed, Nov 18',
      'now Video visit | You choose the time',
      'next What comes next | You and your clinician decide together',
    ])
  })

  test('asked by phone, half and whole', () => {
    const half = { startedAt: at('11-18T15:00'), submittedAt: null, calledAt: at('11-20T15:00') }
    const open = facts({ intake: half, gate: { kind: 'intakeFirst' } })
    expect(thread(open)[0]).toBe('now Your questions | By phone on Fri, Nov 20. Your answers are saved.')
    expect(thread(facts({ intake: { ...half, submittedAt: at('11-20T16:00') } }))[0]).toBe(
      'done You answered your questions | Fri, Nov 20, by phone',
    )
  })

  test('a call that is due comes first and is where the person is', () => {
    const calls = [{ urgency: 'same_day' as const, dueAt: at('11-23T21:12'), takenAt: null }]
    expect(thread(facts({ calls, gate: { kind: 'calledToday' } }))[1]).toBe('now We call you | By 3:12 PM CT')
  })

  test('a missed consult is stopped, and the next one is where the person is', () => {
    const steps = careTimeline(facts({ consult: visit({ state: 'no_show' }) }), now)
    expect(steps.map((step) => step.state)).toEqual(['done', 'stopped', 'now'])
  })

  test('the week before the injection, as on the clinic’s own example', () => {
    expect(thread(facts({ ...booked, followUp }))).toEqual([
      'done You answered your questions | Wed, Nov 18',
      'done Video visit with Dr. Nora Exemplar | Tue, Nov 24',
      'done Your insurance said yes | Mon, Nov 30 · Good through Sun, Feb 28',
      'now Getting ready | 2 things for you, 1 thing for us',
      'next Injection at the North office, right side | Tue, Dec 8 · 9:30 AM CT, held for you. It takes about 20 to 30 minutes.',
      'next Your pain diary, 14 days | Starts Tue, Dec 8, at the clinic',
      'next Two-week video check | Tue, Dec 22 · 10:00 AM CT with Dr. Exemplar',
      'next What comes next | You and your clinician decide together',
    ])
  })

  test('a plan that said no stops the thread and says who acts', () => {
    const steps = thread(facts({ ...ordered, authorisation: { ...agreed, decision: 'denied' } }))
    expect(steps[2]).toBe('stopped Your insurance said no | We work on it and call you.')
  })

  test('nobody is asked when the patient pays alone', () => {
    expect(thread(facts({ ...ordered, items: [driver('open')] })).some((line) => line.includes('insurance'))).toBe(
      false,
    )
  })

  test.each([
    ['12-08T18:00', false, 'now Your pain diary, 14 days | Started today'],
    ['12-15T18:00', false, 'now Your pain diary, 14 days | Day 7 of 14'],
    ['12-24T18:00', true, 'done Your pain diary, 14 days'],
  ])('the diary on %s', (when, over, line) => {
    const diary = { written: 3, openNow: !over, nextDueAt: null, over }
    expect(thread(facts({ ...done, diary }), at(when))).toContain(line)
  })

  test('both sides are said in words, dates in the person’s own zone', () => {
    const both = facts({ ...booked, zone: 'America/Denver', procedure: procedure({ side: 'both' }) })
    expect(thread(both)[4]).toContain('both sides | Tue, Dec 8 · 8:30 AM MT')
  })
})

const step = (one: CareFacts, when = now) => {
  const { key, title, lead, action } = careNextStep(one, when)
  return { key, title, lead, to: action?.to }
}

describe('the next step', () => {
  test.each<[string, CareFacts, Date, object]>([
    [
      'an emergency',
      facts({ calls: [{ urgency: 'emergency', dueAt: now, takenAt: null }] }),
      now,
      { key: 'emergency', title: 'Get help now', to: '/care/intake/emergency' },
    ],
    [
      'a call today',
      facts({ calls: [{ urgency: 'same_day', dueAt: at('11-23T21:12'), takenAt: null }] }),
      now,
      { title: 'We call you today', lead: 'You hear from us by 3:12 PM CT.' },
    ],
    [
      'a call tomorrow',
      facts({ calls: [{ urgency: 'same_day', dueAt: at('11-24T18:00'), takenAt: null }] }),
      now,
      { title: 'We call you tomorrow', lead: 'You hear from us by Tue, Nov 24 · 12:00 PM CT.' },
    ],
    [
      'no questions yet',
      facts({ intake: null, gate: { kind: 'intakeFirst' } }),
      now,
      { key: 'questions', title: 'Start with your questions' },
    ],
    [
      'questions begun',
      facts({ intake: { startedAt: now, submittedAt: null }, gate: { kind: 'intakeFirst' } }),
      now,
      { title: 'Go on with your questions' },
    ],
    [
      'questions begun by phone',
      facts({
        intake: { startedAt: now, submittedAt: null, calledAt: at('11-20T15:00') },
        gate: { kind: 'intakeFirst' },
      }),
      now,
      {
        title: 'Go on with your questions',
        lead: 'We wrote down what you told us by phone on Fri, Nov 20. Please check it. Your answers are saved. You can stop and come back at any time.',
      },
    ],
    ['nothing booked', facts(), now, { key: 'book', to: '/care/book' }],
    ['a missed visit', facts({ consult: visit({ state: 'no_show' }) }), now, { key: 'book' }],
    [
      'a visit tomorrow',
      facts({ consult: visit(), gate: { kind: 'booked', visitId: 'v1' } }),
      now,
      { key: 'visit', to: '/care/visits/v1/booked' },
    ],
    [
      'a visit in 16 minutes',
      facts({ consult: visit(), gate: { kind: 'booked', visitId: 'v1' } }),
      at('11-24T20:14'),
      { key: 'visit' },
    ],
    [
      'a visit in 15 minutes',
      facts({ consult: visit(), gate: { kind: 'booked', visitId: 'v1' } }),
      at('11-24T20:15'),
      { key: 'join', to: '/care/visits/v1' },
    ],
    ['waiting', facts({ consult: visit({ state: 'waiting' }) }), at('11-24T20:40'), { key: 'join' }],
    [
      'seen, note open',
      facts({ consult: { ...seen, noteSignedAt: null }, gate: { kind: 'seen' } }),
      now,
      { title: 'Nothing to do for now' },
    ],
    [
      'seen, no injection',
      facts({ consult: seen, gate: { kind: 'seen' } }),
      now,
      { key: 'summary', to: '/care/visits/v1/summary' },
    ],
    [
      'asking the plan',
      facts({ ...ordered, authorisation: asked }),
      now,
      {
        lead: 'We ask your insurance about the injection. You see their answer here. Their answer is due by Wed, Dec 2.',
      },
    ],
    ['the plan said no', facts({ ...ordered, authorisation: { ...agreed, decision: 'denied' } }), now, { key: 'wait' }],
    ['a time is held', facts(booked), now, { title: 'Keep your time', to: '/care/procedure' }],
    [
      'kept, no driver',
      facts({ ...booked, procedure: procedure({ confirmedAt: now }) }),
      now,
      {
        title: 'Tell us who will drive you home',
        lead: 'We are holding Tue, Dec 8 · 9:30 AM CT for your right-side injection. Name a driver to keep it.',
      },
    ],
    [
      'all set',
      facts({ ...booked, items: [driver('done')], procedure: procedure({ confirmedAt: now, driverName: 'Arvid' }) }),
      now,
      { title: 'Read how to get ready' },
    ],
    ['in the clinic', facts(booked), at('12-08T16:00'), { key: 'wait' }],
    [
      'diary open',
      facts({ ...done, diary: { written: 1, openNow: true, nextDueAt: null, over: false } }),
      at('12-08T18:00'),
      { title: 'How is your pain now?', to: '/care/diary' },
    ],
    [
      'diary done for now',
      facts({ ...done, diary: { written: 1, openNow: false, nextDueAt: at('12-10T00:00'), over: false } }),
      at('12-08T18:00'),
      { title: 'Your diary is done for now' },
    ],
    [
      'diary over',
      facts({ ...done, diary: { written: 9, openNow: false, nextDueAt: null, over: true } }),
      at('12-21T18:00'),
      { key: 'visit', to: '/care/visits/v2/booked' },
    ],
    [
      'the check is open',
      facts({ ...done, diary: { written: 9, openNow: true, nextDueAt: null, over: false } }),
      at('12-22T15:50'),
      { key: 'join', to: '/care/visits/v2' },
    ],
    [
      'the check was missed',
      facts({ ...done, followUp: { ...followUp, state: 'no_show' } }),
      at('12-23T15:50'),
      { key: 'missed' },
    ],
    [
      'after the check',
      facts({ ...done, followUp: { ...followUp, state: 'ended', endedAt: now, noteSignedAt: now }, outcomeAt: now }),
      at('12-23T15:50'),
      { key: 'summary', to: '/care/visits/v2/summary' },
    ],
  ])('%s', (_, one, when, expected) => {
    expect(step(one, when)).toMatchObject(expected)
  })

  test('the blood thinner sentence stands word for word, and nothing ever says to stop', () => {
    const { todo } = careNextStep(facts(booked), now)
    expect(todo?.at(-1)?.note).toBe(
      'Keep taking your blood thinner. Our clinician will contact you and your prescriber.',
    )
  })
})

const someVisit = fc.constantFrom(
  null,
  visit(),
  visit({ state: 'waiting' }),
  visit({ state: 'in_visit' }),
  visit({ state: 'no_show' }),
  seen,
  { ...seen, noteSignedAt: null },
)
const anyFacts = fc.record({
  calls: fc.constantFrom(
    [],
    [{ urgency: 'same_day' as const, dueAt: now, takenAt: null }],
    [{ urgency: 'emergency' as const, dueAt: now, takenAt: null }],
  ),
  gate: fc.constantFrom<CareFacts['gate']>(
    { kind: 'open', urgency: 'routine', homeState: 'MN' },
    { kind: 'intakeFirst' },
    { kind: 'seen' },
    { kind: 'noState' },
    { kind: 'calledToday' },
  ),
  consult: someVisit,
  order: fc.constantFrom(null, ordered.order),
  authorisation: fc.constantFrom(null, asked, agreed, { ...agreed, decision: 'denied' as const }),
  items: fc.constantFrom([], ordered.items, booked.items),
  procedure: fc.constantFrom(null, procedure(), done.procedure),
  diary: fc.constantFrom(null, { written: 2, openNow: true, nextDueAt: null, over: false }),
  followUp: someVisit,
  outcomeAt: fc.constantFrom(null, now),
  caseClosed: fc.boolean(),
  bloodThinner: fc.boolean(),
})

test('whatever the facts: at most one place to be, an open call first, and never a result, a percentage or a cause', () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 0, max: 60 }), (changes, days) => {
      const when = new Date(now.getTime() + days * 86_400_000)
      const one = facts(changes)
      const steps = careTimeline(one, when)
      expect(steps.filter((line) => line.state === 'now').length).toBeLessThanOrEqual(1)
      const next = careNextStep(one, when)
      expect(one.calls.length === 0 || next.key === 'emergency' || next.key === 'call').toBe(true)
      const words = JSON.stringify([steps, next])
      expect(words).not.toMatch(/%|percent|diagnos|likely|positive|negative|score|stop taking|undefined|null/i)
    }),
  )
})
