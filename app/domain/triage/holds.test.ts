import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import { type Answers, type QuestionKey, instrument } from '~/domain/intake/instrument'
import { moodPoints } from '~/domain/intake/mood-points'
import {
  ageAtOnset,
  ageIs,
  all,
  any,
  atLeast,
  careWeeks,
  computed,
  count,
  daysSinceLastProcedure,
  type Expr,
  given,
  ifDated,
  lasted,
  mainIs,
  marked,
  maybeLasted,
  maybeWithin,
  named,
  not,
  number,
  numberGiven,
  only,
  says,
  score,
  sites,
  surely,
  surelyWithin,
  unanswered,
  unknown,
  within,
} from './expr'
import { readFacts } from './facts'
import { holds } from './holds'
import { ruleSet } from './rule-set'
import type { TriageContext } from './triage-result'

const { answers } = examples.rightSided
const asOf = '2026-11-22'
const read = (expr: Expr, changes: Answers = {}, context: Partial<TriageContext> = {}) =>
  holds(expr, readFacts({ ...answers, ...changes }, { asOf, ...context }))

describe('a condition holds', () => {
  test.each<[string, Expr, Answers, 'yes' | 'no' | 'unknown']>([
    ['says: said', says('fever', 'yes'), { fever: 'yes' }, 'yes'],
    ['says: one of a list', says('bodySigns', 'weight_loss'), { bodySigns: ['bone_pains', 'weight_loss'] }, 'yes'],
    ['says: something else', says('fever', 'yes'), { fever: 'earlier' }, 'no'],
    ['says: not sure', says('fever', 'yes'), { fever: 'not_sure' }, 'unknown'],
    ['says: asked and open', says('fever', 'yes'), { fever: undefined }, 'unknown'],
    ['says: never asked of this person', says('glucoseHigh', 'yes_ill'), { diabetes: 'no' }, 'no'],
    ['given: not sure is no', given('fever', 'yes'), { fever: 'not_sure' }, 'no'],
    ['given: open is no', given('fever', 'yes'), { fever: undefined }, 'no'],
    ['only: nothing else', only('longStanding', 'urine_leak', 'urine_start'), { longStanding: ['urine_leak'] }, 'yes'],
    ['only: more', only('longStanding', 'urine_leak'), { longStanding: ['urine_leak', 'stool'] }, 'no'],
    ['only: open', only('longStanding', 'urine_leak'), { longStanding: undefined }, 'no'],
    ['unanswered', unanswered('a1c'), {}, 'yes'],
    ['number at the line', number('painNow', '>=', 7), { painNow: 7 }, 'yes'],
    ['number below', number('painNow', '>=', 7), { painNow: 6 }, 'no'],
    ['number open', number('painNow', '>=', 7), { painNow: undefined }, 'unknown'],
    ['number open, optional', numberGiven('a1c', '>=', 8), {}, 'no'],
    ['age on the birthday', ageIs('>=', 65), { birthDate: '1961-11-22' }, 'yes'],
    ['age the day before', ageIs('>=', 65), { birthDate: '1961-11-23' }, 'no'],
    ['age nobody knows', ageIs('>=', 65), { birthDate: undefined }, 'unknown'],
    ['age at onset', ageAtOnset('<', 40), { birthDate: '1990-01-01', painSince: '2024' }, 'yes'],
    ['marked', marked('below-knee'), { painAreas: [{ region: 'calf-left' }] }, 'yes'],
    ['not marked', marked('below-knee'), {}, 'no'],
    ['no map yet', marked('below-knee'), { painAreas: undefined }, 'unknown'],
    ['hurts most', mainIs('si-gate'), {}, 'yes'],
    ['hurts most elsewhere', mainIs('groin-screen'), {}, 'no'],
    [
      'sites: left and right are one',
      sites('=', 1),
      { painAreas: [{ region: 'si-left' }, { region: 'si-right' }] },
      'yes',
    ],
    ['named is what it names', named('fever', says('fever', 'yes')), { fever: 'yes' }, 'yes'],
    ['surely: unknown is no', surely(says('fever', 'yes')), { fever: 'not_sure' }, 'no'],
    ['not: unknown stays', not(says('fever', 'yes')), { fever: 'not_sure' }, 'unknown'],
    ['all', all(says('fever', 'no'), unknown), {}, 'unknown'],
    ['any', any(says('fever', 'no'), unknown), {}, 'yes'],
    ['at least 2 of 3', atLeast(2, says('fever', 'no'), says('vomiting', 'yes'), unknown), {}, 'unknown'],
    ['count leaves out "none"', count('rmdq', '>=', 1), { rmdq: ['none'] }, 'no'],
    ['count', count('rmdq', '>=', 2), { rmdq: ['r01', 'r24'] }, 'yes'],
  ])('%s', (_name, expr, changes, fact) => {
    expect(read(expr, changes)).toBe(fact)
  })

  test('a month or a year is read at its latest day, at its earliest, or only when both agree', () => {
    const since = (painSince: string) => ({ painSince })
    expect(read(surelyWithin('painSince', { days: 42 }), since('2026-11'))).toBe('yes')
    expect(read(surelyWithin('painSince', { days: 42 }), since('2026-10'))).toBe('no')
    expect(read(maybeWithin('painSince', { days: 42 }), since('2026-10'))).toBe('yes')
    expect(read(within('painSince', { days: 42 }), since('2026-10'))).toBe('unknown')
    expect(read(lasted('painSince', { months: 3 }), since('2026'))).toBe('unknown')
    expect(read(lasted('painSince', { months: 3 }), since('2026-08-22'))).toBe('yes')
    expect(read(lasted('painSince', { months: 3 }), since('2026-08-23'))).toBe('no')
    expect(read(maybeLasted('painSince', { months: 3 }), since('2026'))).toBe('yes')
    expect(read(lasted('painSince', { months: 3 }), { painSince: undefined })).toBe('unknown')
    expect(read(ifDated(within('siInjectionDate', { days: 30 })), {})).toBe('no')
  })

  test('a procedure: the later one of those the clinic and the person know', () => {
    const recent = daysSinceLastProcedure('<=', 30)
    const told: Answers = { recentEvents: ['surgery_3_months'], procedureDate: '2026-11-17' }
    expect(read(recent, told, { postProcedure: { date: '2026-09-01' } })).toBe('yes')
    expect(read(recent, {}, { postProcedure: { date: '2026-11-20' } })).toBe('yes')
    expect(read(recent)).toBe('no')
  })

  test('points of several answers: unknown while open ones could decide', () => {
    const keys: QuestionKey[] = ['phqInterest', 'phqDown', 'phqSleep']
    expect(
      read(score(keys, moodPoints, '>=', 6), { phqInterest: 'nearly_every_day', phqDown: 'nearly_every_day' }),
    ).toBe('yes')
    expect(read(score(keys, moodPoints, '>=', 4), { phqInterest: 'several_days', phqDown: 'not_at_all' })).toBe(
      'unknown',
    )
    expect(read(score(keys, moodPoints, '>=', 5), { phqInterest: 'several_days', phqDown: 'not_at_all' })).toBe('no')
  })

  test('both sides below the knee', () => {
    const both = computed('below-knee-on-both-sides')
    expect(read(both, { painAreas: [{ region: 'calf-left' }, { region: 'foot-right' }] })).toBe('yes')
    expect(read(both, { painAreas: [{ region: 'calf-left' }, { region: 'foot-left' }] })).toBe('no')
  })
})

describe('weeks of active care in the last 6 months, by the dates', () => {
  const undated = { physicalTherapyFrom: undefined, physicalTherapyUntil: undefined }
  const care = (changes: Answers) =>
    read(careWeeks(6, '>=', 6), { treatments: ['physical_therapy'], ...undated, ...changes })
  test.each<[string, Answers, 'yes' | 'no' | 'unknown']>([
    ['still going since June', { physicalTherapyWeeks: 20, physicalTherapyFrom: '2026-06' }, 'yes'],
    [
      'over before the window',
      { physicalTherapyWeeks: 8, physicalTherapyFrom: '2026-02', physicalTherapyUntil: '2026-04' },
      'no',
    ],
    ['too short in all', { physicalTherapyWeeks: 4, physicalTherapyFrom: '2026-06' }, 'no'],
    ['no dates', { physicalTherapyWeeks: 8 }, 'unknown'],
    [
      'a month can mean enough or not',
      { physicalTherapyWeeks: 8, physicalTherapyFrom: '2026-08', physicalTherapyUntil: '2026-09' },
      'unknown',
    ],
    ['nothing tried', { treatments: ['none'], physicalTherapyWeeks: undefined }, 'no'],
    ['not sure what was tried', { treatments: ['not_sure'], physicalTherapyWeeks: undefined }, 'unknown'],
  ])('%s', (_name, changes, fact) => {
    expect(care(changes)).toBe(fact)
  })
})

describe('an emergency answer that was taken back', () => {
  const taken = { corrected: ['saddleNumbness'] as QuestionKey[] }
  test('is not sure, never a no', () => {
    expect(read(says('saddleNumbness', 'yes'), { saddleNumbness: 'no' }, taken)).toBe('unknown')
    expect(read(says('saddleNumbness', 'no'), { saddleNumbness: 'no' }, taken)).toBe('unknown')
    expect(read(given('saddleNumbness', 'yes'), { saddleNumbness: 'no' }, taken)).toBe('unknown')
  })

  test('another alarming answer to the same question still counts', () => {
    const context = { corrected: ['canWalk'] as QuestionKey[] }
    expect(read(says('canWalk', 'no_under_6_weeks'), { canWalk: 'no_under_6_weeks' }, context)).toBe('yes')
  })
})

describe('a question that the pinned version did not have', () => {
  const pinned = readFacts({ ...answers, bodyWide: undefined }, { asOf, instrumentVersion: '1.0.0' })
  test('is unknown, and for urgency it alone never makes a condition hold', () => {
    expect(holds(says('bodyWide', 'yes'), pinned)).toBe('unknown')
    expect(holds(says('bodyWide', 'yes'), pinned, 'no')).toBe('no')
    expect(holds(not(says('bodyWide', 'yes')), pinned, 'no')).toBe('no')
    expect(holds(any(says('bodyWide', 'yes'), says('fever', 'no')), pinned, 'no')).toBe('yes')
  })

  test('counts as given when someone asked it later', () => {
    const asked = readFacts({ ...answers, bodyWide: 'yes' }, { asOf, instrumentVersion: '1.0.0' })
    expect(holds(says('bodyWide', 'yes'), asked, 'no')).toBe('yes')
  })
})

/** Every leaf of a condition that reads one question. */
function leaves(expr: Expr): Extract<Expr, { key: QuestionKey }>[] {
  if ('of' in expr) return [expr.of].flat().flatMap(leaves)
  return 'key' in expr ? [expr] : []
}

test('an optional question left open raises nothing, but for the weeks of a pregnancy', () => {
  const optional = new Set(instrument.questions.filter(({ required }) => !required).map(({ key }) => key))
  const raising = ruleSet.urgency.flatMap((rule) =>
    leaves(rule.when)
      .filter((leaf) => optional.has(leaf.key))
      .filter((leaf) => ['says', 'number', 'count', 'since'].includes(leaf.op) && !('missing' in leaf && leaf.missing))
      .map((leaf) => `${rule.id} ${leaf.key}`),
  )
  expect(raising).toEqual(['RF-07-birth pregnancyWeeks'])
})
