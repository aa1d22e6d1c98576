import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { triage } from './triage'

const { answers } = examples.rightSided
const judge = (changes: Answers) => triage({ ...answers, payerKind: 'medicare', ...changes }, { asOf: '2026-11-22' })
const status = (id: string, changes: Answers) => judge(changes).payer.items.find((item) => item.id === id)?.status
const codes = (changes: Answers) => judge(changes).blockers.map((blocker) => blocker.code)

const injected: Answers = {
  priorSiInjection: 'yes',
  siInjectionSide: 'right',
  siInjectionGuided: 'yes',
  siInjectionRelief: 'three_quarters_or_more',
  siInjectionLasted: 'three_months_or_more',
  siInjectionsThisYear: 1,
}

describe('what a plan asks after an SI joint injection', () => {
  test('3 months are asked of a treatment, not of a test injection', () => {
    const tested: Answers = { ...injected, siInjectionLasted: 'hours_days', siInjectionsEver: 1, siInjectionTests: 1 }
    expect(codes(tested)).not.toContain('payer:relief_duration_not_met')
    expect([status('PY-10', tested), status('PY-14', tested)]).toEqual([undefined, 'met'])
    const treated: Answers = { ...tested, siInjectionsEver: 2 }
    expect(codes(treated)).toContain('payer:relief_duration_not_met')
    expect([status('PY-10', treated), status('PY-14', treated)]).toEqual(['not_met', 'unknown'])
    const unclear: Answers = { ...tested, siInjectionsEver: undefined }
    expect(codes(unclear)).not.toContain('payer:relief_duration_not_met')
    expect(status('PY-10', unclear)).toBe('unknown')
  })

  test('a treatment without any test injection before it proves nothing', () => {
    expect(status('PY-10', injected)).toBe('met')
    expect(status('PY-10', { ...injected, siInjectionTests: 0 })).toBe('unknown')
    expect(status('PY-10', { ...injected, siInjectionTests: 0, siInjectionLasted: 'weeks' })).toBe('not_met')
    expect(status('PY-14', { ...injected, siInjectionTests: 0 })).toBe('unknown')
  })

  test('more function for 3 months counts as well as relief, and stays to be shown', () => {
    const able: Answers = { ...injected, siInjectionRelief: 'under_half', siInjectionFunction: 'yes' }
    expect(status('PY-10', able)).toBe('unknown')
    expect(status('PY-10', { ...able, siInjectionLasted: 'no_relief' })).toBe('unknown')
    expect(status('PY-10', { ...able, siInjectionLasted: 'weeks' })).toBe('not_met')
    expect(status('PY-10', { ...able, siInjectionFunction: 'no' })).toBe('not_met')
    expect(codes(able)).not.toContain('payer:relief_duration_not_met')
    expect(codes({ ...able, siInjectionFunction: undefined })).toContain('payer:relief_duration_not_met')
  })

  test('injections done as a test are no treatment sessions: they come first, and do not fill the year', () => {
    const four: Answers = { ...injected, siInjectionsThisYear: 4 }
    expect(status('PY-09', four)).toBe('not_met')
    expect(status('PY-09', { ...four, siInjectionTests: 2, siInjectionsEver: 4 })).toBe('met')
    expect(status('PY-09', { ...four, siInjectionTests: 2, siInjectionsEver: 6 })).toBe('not_met')
    expect(status('PY-09', { ...four, siInjectionTests: 2 })).toBe('unknown')
    expect(codes({ ...four, siInjectionTests: 2 })).not.toContain('payer:session_cap_reached')
    expect(status('PY-09', { ...injected, siInjectionsThisYear: 6, siInjectionTests: 2 })).toBe('not_met')
  })

  test('what was answered about a treatment that is no longer named proves nothing', () => {
    const left: Answers = { treatments: ['pain_medicine'], physicalTherapyWeeks: 8, careContinues: 'yes' }
    expect(status('PY-07', left)).toBe('not_met')
    expect(judge(left).payer.items.find(({ id }) => id === 'PY-07')?.evidence).not.toContain('physical therapy')
    expect(status('PY-10', { ...injected, priorSiInjection: 'no' })).toBeUndefined()
  })
})
