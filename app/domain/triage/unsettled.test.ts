import { describe, expect, test } from 'vitest'
import { blockersNow } from './blockers-now'
import { itemsToAsk } from './items-to-ask'
import { payerChanges } from './payer-changes'
import { ruleSet } from './rule-set'
import { tierOfReason, tierOfReasons } from './tier-of-reason'
import type { Reason } from './triage-result'
import { triageStanding, type TriageHistory } from './triage-standing'
import { isSaid, type Said, unsettledReasons } from './unsettled'
import { triage } from './triage'
import { examples } from '../intake/examples'
import type { Answers } from '../intake/instrument'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 15, minute))
const result = (answers: Answers) =>
  triage({ ...examples.rightSided.answers, ...answers }, { asOf: '2026-11-22', patientState: 'MN' })
const reasonsOf = (answers: Answers) => result(answers).urgency.reasons
const said = (minute: number, answers: Answers, ...asked: Said['asked']): Said => ({
  at: at(minute),
  reasons: reasonsOf(answers),
  asked,
})
const settled = (minute: number, reasons: readonly Reason[], now: 'gone' | 'same' | 'worse' = 'gone') => ({
  at: at(minute),
  asked: reasons.map(({ ruleId }) => ({ ruleId, now })),
})

describe('the tier of a single reason', () => {
  test.each<[Answers, string]>([
    [{ saddleNumbness: 'yes' }, 'emergency'],
    [{ saddleNumbness: 'not_sure' }, 'same_day'],
    [{ cancerHistory: 'yes' }, 'expedited'],
    [{ fever: 'yes' }, 'same_day'],
    [{ painWords: 'I have chills every night' }, 'same_day'],
    [{ goals: 'I am going to kill myself' }, 'emergency'],
  ])('%j raises to %s', (answers, tier) => {
    const reasons = reasonsOf(answers)
    expect(reasons.length).toBeGreaterThan(0)
    expect(tierOfReasons(reasons, ruleSet)).toBe(tier)
  })

  test('put together they are the tier of the whole, whatever fires', () => {
    for (const example of Object.values(examples)) {
      const { urgency } = result(example.answers)
      expect(tierOfReasons(urgency.reasons, ruleSet)).toBe(urgency.tier)
    }
  })

  test('of a rule nobody knows is the same day', () => {
    expect(tierOfReason({ ruleId: 'XX-1', text: 'x' }, ruleSet)).toBe('same_day')
  })
})

describe('what a clinician has settled', () => {
  const numb: Answers = { saddleNumbness: 'not_sure' }
  const reasons = reasonsOf(numb)
  const left = (now: readonly Reason[], heard: readonly Said[], ...reviews: ReturnType<typeof settled>[]) =>
    unsettledReasons(now, heard, reviews).map((reason) => reason.ruleId)
  const all = reasons.map((reason) => reason.ruleId)

  test('is settled while nothing changes', () => {
    expect(left(reasons, [said(0, numb), said(9, numb)], settled(5, reasons))).toEqual([])
    expect(left(reasons, [said(0, numb), said(9, numb)], settled(5, reasons, 'same'))).toEqual([])
  })

  test('is not settled without a review, by one that found it worse, or before it was said', () => {
    expect(left(reasons, [said(0, numb)])).toEqual(all)
    expect(left(reasons, [said(0, numb)], settled(5, reasons, 'worse'))).toEqual(all)
    expect(left(reasons, [said(9, numb)], settled(5, reasons))).toEqual(all)
  })

  test('raises again when the question is answered anew, even with the same words, or with others', () => {
    expect(left(reasons, [said(0, numb), said(9, numb, 'saddleNumbness')], settled(5, reasons))).toContain(
      'RF-01-numbness',
    )
    const worse: Answers = { saddleNumbness: 'yes' }
    expect(left(reasonsOf(worse), [said(0, numb), said(9, worse, 'saddleNumbness')], settled(5, reasons))).toContain(
      'RF-01-numbness',
    )
  })

  test('leaves everything else as it is', () => {
    const both: Answers = { ...numb, fever: 'yes' }
    const heard = [said(0, numb), said(9, both, 'fever')]
    const open = left(reasonsOf(both), heard, settled(5, reasons))
    expect(open).not.toContain('RF-01-numbness')
    expect(open.length).toBeGreaterThan(0)
  })
})

test('while questions are being answered only what was said is a reason', () => {
  const draft = triage({ fever: 'yes', fainted: 'not_sure' }, { asOf: '2026-11-22' })
  const lines = [...ruleSet.urgency, ...ruleSet.words.keywords]
  const kept = draft.urgency.reasons.filter((reason) => isSaid(reason, lines))
  const keys = kept.flatMap((reason) => reason.inputs.map((input) => input.questionId))
  expect(draft.urgency.reasons.length).toBeGreaterThan(kept.length)
  expect(new Set(keys)).toEqual(new Set(['fever', 'fainted']))
})

test('everything that fired is asked again once; what has gone since says so', () => {
  const heard = [said(0, { fever: 'yes' }), said(5, { fever: 'no' }, 'fever')]
  expect(itemsToAsk(heard, [])).toMatchObject([{ at: at(0), known: 'gone' }])
  expect(itemsToAsk([said(0, { fever: 'yes' })], [])).toMatchObject([{ known: null }])
  const byHand = { id: 'r1', at: at(3), by: 'Dr. X', reason: 'Limps' }
  expect(itemsToAsk([], [byHand])).toMatchObject([{ ruleId: 'review:r1', words: ['Limps'] }])
})

test('an open urgent answer blocks an injection as long as it stands', () => {
  const { blockers } = result({ fever: 'yes' })
  const codes = (urgency: Parameters<typeof blockersNow>[1], list = blockers) =>
    blockersNow(list, urgency).map((blocker) => blocker.code)
  expect(codes('same_day')).toContain('block:redflag_open')
  expect(codes('routine')).not.toContain('block:redflag_open')
  expect(codes('expedited', [])).toEqual(['block:redflag_open'])
  expect(codes(null)).toEqual(blockers.map((blocker) => blocker.code))
})

test('only items that a plan sees otherwise have changed', () => {
  const item = (id: string, status: 'met' | 'unknown') => ({ id, status, evidence: '' })
  expect(
    payerChanges([item('a', 'unknown'), item('b', 'met')], [item('a', 'met'), item('b', 'met'), item('c', 'met')]),
  ).toEqual([{ id: 'a', from: 'unknown', to: 'met' }])
})

test('what stands of an intake is read from its whole history', () => {
  const first = result({ fainted: 'not_sure' })
  const later = result({ fainted: 'no' })
  const who = { id: 'p', name: 'Dr. X' }
  const made = { siPattern: 'likely' as const }
  const history: TriageHistory = {
    answers: { fainted: 'not_sure' },
    result: { id: 'a', urgency: 'same_day', at: at(0), result: first, ...made },
    readings: [
      {
        id: 'b',
        urgency: 'same_day',
        at: at(1),
        result: later,
        answers: { fainted: 'no' },
        exam: null,
        by: who,
        ...made,
      },
    ],
    reviews: [
      { id: 'c', urgency: 'emergency', at: at(2), decision: 'override', reason: 'Pale', asked: [], by: who, ...made },
    ],
  }
  const stands = triageStanding(history)
  expect(stands).toMatchObject({
    urgency: 'emergency',
    newest: 'c',
    answers: { fainted: 'no' },
    exam: { findings: [] },
  })
  expect(stands.reading).toBe(later)
  expect(stands.items.map((item) => item.known)).toEqual(['gone', null])
  expect(triageStanding({ answers: {}, result: null, readings: [], reviews: [] })).toMatchObject({
    urgency: null,
    newest: null,
    reading: null,
    items: [],
  })
})
