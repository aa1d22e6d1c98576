import fc from 'fast-check'
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../intake/instrument'
import { canonicalTests } from '../triage/canonical-tests'
import { examRules } from '../triage/rules-exam'
import { type ExamMode, examResults, examWish, findingOf, type RecordedFinding } from './exam-record'
import { stepWords } from './exam-words'
import { gates } from './gates'
import { type ExamFacts, gatesOf } from './gates-of'
import { manoeuvreOf, manoeuvres } from './manoeuvres'
import { mergeFindings } from './merge-findings'

const finding = (test: string, more: Partial<RecordedFinding> = {}): RecordedFinding => ({
  test,
  side: 'right',
  result: 'positive',
  mode: 'in_person',
  attested: false,
  ...more,
})

describe('the tests', () => {
  test('have one id each, a picture that exists, and gates that exist', () => {
    expect(new Set(manoeuvres.map((one) => one.id)).size).toBe(manoeuvres.length)
    for (const one of manoeuvres) {
      expect(one.picture === null || existsSync(`public/exam/${one.picture.file}.svg`), one.id).toBe(true)
      for (const gate of one.gates) expect(gates).toHaveProperty(gate)
    }
  })

  test('that only an examiner does have no picture and no steps for the person', () => {
    const hands = manoeuvres.filter((one) => one.counts === 'in_person')
    expect(hands.map((one) => one.id)).toEqual(['distraction', 'compression', 'sacral-thrust', 'yeoman'])
    for (const one of hands) expect(one).toMatchObject({ picture: null, steps: [] })
  })

  test('show the person no spot before both trials of the one-finger test', () => {
    expect(manoeuvreOf('fortin')?.picture?.file).toBe('fortin-ask')
  })

  test('name the side in words', () => {
    expect(stepWords('Put your {side} ankle on your {other} knee.', 'left')).toBe(
      'Put your left ankle on your right knee.',
    )
  })
})

describe('a finding', () => {
  const wish = (more: object) =>
    examWish.safeParse({ mode: 'video', findings: [{ test: 'faber', side: 'right', ...more }] })

  test.each([
    [{ result: 'positive' }, true],
    [{ result: 'negative', attested: 'on' }, true],
    [{ result: 'not_possible' }, false],
    [{ result: 'not_possible', reason: 'Too stiff to lie down' }, true],
    [{ result: 'unsafe', reason: '  ' }, false],
    [{ result: 'positive', side: undefined }, false],
    [{ result: 'maybe' }, false],
    [{ result: 'positive', test: 'hop' }, false],
  ])('%o is complete: %s', (more, complete) => {
    expect(wish(more).success).toBe(complete)
  })

  test('in person needs nobody to attest it', () => {
    const given = { test: 'faber', side: 'right', result: 'positive', attested: true } as const
    expect(findingOf(given, 'in_person').attested).toBe(false)
    expect(findingOf(given, 'video').attested).toBe(true)
  })

  test('of a test without sides has none', () => {
    expect(findingOf({ test: 'sit-to-stand', side: 'left', result: 'positive', attested: false }, 'video').side).toBe(
      'none',
    )
  })

  test('is recorded under a name that the rules know, once for each test of the joint', () => {
    const joint = manoeuvres.filter((one) => one.counts !== 'no')
    const known = canonicalTests(
      joint.map((one) => finding(one.id)),
      examRules.tests,
    )
    expect(known).toHaveLength(new Set(joint.map((one) => one.canonicalTest)).size)
  })
})

describe('findings recorded one after the other', () => {
  const any = fc.record({
    test: fc.constantFrom('faber', 'gaenslen', 'yeoman'),
    side: fc.constantFrom('left', 'right', 'both'),
    result: fc.constantFrom(...examResults),
    mode: fc.constantFrom<ExamMode>('in_person', 'video'),
    attested: fc.boolean(),
  })
  const at = (all: readonly RecordedFinding[], test: string, side: string) =>
    all.filter((one) => one.test === test && (one.side === side || one.side === 'both'))

  test('a new one of the same side replaces, another side stands beside', () => {
    const both = mergeFindings([finding('faber', { side: 'both', result: 'negative' })], [finding('faber')])
    expect(both.map(({ side, result }) => `${side} ${result}`)).toEqual(['left negative', 'right positive'])
    expect(mergeFindings(both, [finding('faber', { side: 'both', result: 'negative' })])).toHaveLength(1)
  })

  test('leave at most one for each test and side, and it is the newest', () => {
    fc.assert(
      fc.property(fc.array(any), (list) => {
        const all = list.reduce<readonly RecordedFinding[]>((before, one) => mergeFindings(before, [one]), [])
        expect(mergeFindings([], list)).toEqual(all)
        for (const test of ['faber', 'gaenslen', 'yeoman'])
          for (const side of ['left', 'right']) {
            const newest = list.findLast((one) => one.test === test && (one.side === side || one.side === 'both'))
            expect(at(all, test, side).map((one) => one.result)).toEqual(newest ? [newest.result] : [])
          }
      }),
    )
  })
})

describe('the gates', () => {
  const facts = (answers: Answers = {}, more: Partial<ExamFacts> = {}): ExamFacts => ({
    answers,
    today: '2026-11-22',
    bornOn: '1972-03-03',
    urgency: 'routine',
    codes: [],
    company: true,
    ...more,
  })
  const gatesFor = (id: string, given: ExamFacts) => {
    const one = manoeuvreOf(id)
    if (!one) throw new Error('no such test')
    return gatesOf(one, given)
  }
  const skips = (id: string, given: ExamFacts) => gatesFor(id, given).skip.map((gate) => gate.id)
  const calm: Answers = { boneRisks: ['none'], selfTestGates: ['none'], pregnancy: 'no' }

  test.each([
    ['nothing fires', facts(calm), []],
    ['age 70', facts(calm, { bornOn: '1956-11-22' }), ['age-70']],
    ['a day before 70', facts(calm, { bornOn: '1956-11-23' }), []],
    ['osteoporosis', facts({ ...calm, boneRisks: ['osteoporosis'] }), ['osteoporosis']],
    ['a fall', facts({ ...calm, selfTestGates: ['fell_6_months'] }), ['falls']],
    ['pregnant in week 20', facts({ ...calm, pregnancy: 'yes', pregnancyWeeks: 20 }), ['pregnant-20']],
    ['pregnant in week 19', facts({ ...calm, pregnancy: 'yes', pregnancyWeeks: 19 }), []],
    ['an open flag', facts(calm, { codes: ['redflag:fracture'], urgency: 'expedited' }), ['red-flag']],
    ['alone', facts(calm, { company: false }), ['helper-required']],
    [
      'alone with poor balance',
      facts({ ...calm, selfTestGates: ['alone_poor_balance'] }, { company: false }),
      ['alone-poor-balance', 'helper-required'],
    ],
  ])('Gaenslen: %s', (_, given, gate) => {
    expect(skips('gaenslen', given)).toEqual(gate)
  })

  test('a man is not asked whether he is pregnant', () => {
    expect(gatesFor('gaenslen', facts({ sexAtBirth: 'male' })).ask).not.toContain('pregnant-20')
  })

  test('what nobody said is asked, never taken for a no', () => {
    expect(gatesFor('gaenslen', facts({}, { bornOn: null, company: null })).ask).toEqual(
      expect.arrayContaining(['someone-with-you', 'age-70', 'osteoporosis', 'falls', 'pregnant-20', 'helper-required']),
    )
    expect(gatesFor('faber', facts({ boneRisks: ['not_sure'] })).skip).toEqual([])
  })

  test('any urgent answer leaves every movement test to the clinician', () => {
    const moves = manoeuvres.filter((one) => (one.gates as readonly string[]).includes('red-flag-any'))
    expect(moves.length).toBeGreaterThan(15)
    for (const one of moves)
      expect(gatesOf(one, facts(calm, { urgency: 'expedited' })).decide.map((gate) => gate.id)).toContain(
        'red-flag-any',
      )
  })

  test('an artificial hip and an injection last month are the clinician’s to decide', () => {
    const given = facts({ ...calm, implants: ['hip_replacement'], recentEvents: ['injection_30_days'] })
    expect(gatesFor('faber', given).decide.map((gate) => gate.id)).toEqual(['hip-replacement', 'recent-surgery'])
  })
})
