import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { triage } from './triage'

const { answers } = examples.rightSided
const judge = (changes: Answers) => triage({ ...answers, payerKind: 'medicare', ...changes }, { asOf: '2026-11-22' })
const status = (id: string, changes: Answers = {}) => judge(changes).payer.items.find((item) => item.id === id)?.status
const codes = (changes: Answers) => judge(changes).blockers.map((blocker) => blocker.code)

const injected: Answers = {
  priorSiInjection: 'yes',
  siInjectionSide: 'right',
  siInjectionGuided: 'yes',
  siInjectionRelief: 'three_quarters_or_more',
  siInjectionLasted: 'three_months_or_more',
  siInjectionsThisYear: 1,
}

describe('payer checklist', () => {
  test('names the policy, and says so when a plan has none on file', () => {
    expect(judge({}).payer).toMatchObject({ policyId: 'medicare-ngs-L39455', policyVersion: '2023-03-19' })
    expect(judge({ payerKind: 'commercial' }).payer.policyId).toBe('plan-not-on-file')
  })

  test('an ordinary intake proves what an intake can prove; the tests need a visit in person', () => {
    expect(judge({}).payer.items.map((item) => [item.id, item.status])).toEqual([
      ['PY-01', 'met'],
      ['PY-02', 'met'],
      ['PY-03', 'met'],
      ['PY-04', 'met'],
      ['PY-05', 'unknown'],
      ['PY-06', 'needs_in_person'],
      ['PY-07', 'met'],
      ['PY-08', 'needs_in_person'],
      ['PY-09', 'met'],
    ])
  })

  test.each<[string, Answers, Answers]>([
    ['payer:duration_lt_3_months', { painSince: '2026-09-15' }, { painSince: '2026-08-20' }],
    ['payer:conservative_care_lt_4_weeks', { physicalTherapyWeeks: 3 }, { physicalTherapyWeeks: 4 }],
    ['payer:pain_below_moderate', { painAverage: 3 }, { painAverage: 4 }],
    ['payer:radiculopathy_present', { belowKnee: 'yes', legFeatures: ['cough_leg'] }, { belowKnee: 'yes' }],
    ['payer:session_cap_reached', { ...injected, siInjectionsThisYear: 4 }, { ...injected, siInjectionsThisYear: 3 }],
    [
      'payer:relief_duration_not_met',
      { ...injected, siInjectionLasted: 'weeks' },
      { ...injected, siInjectionLasted: 'too_early' },
    ],
  ])('%s', (code, fires, misses) => {
    expect(codes(fires)).toContain(code)
    expect(codes(misses)).not.toContain(code)
  })

  test('what nobody knows is unknown, not refused', () => {
    expect(status('PY-03', { painSince: '2026' })).toBe('unknown')
    expect(codes({ painSince: '2026' })).not.toContain('payer:duration_lt_3_months')
    expect(status('PY-07', { treatments: ['not_sure'], physicalTherapyWeeks: undefined })).toBe('unknown')
    expect(status('PY-07', { treatments: ['physical_therapy'] })).toBe('unknown')
    expect(status('PY-01', { painAreas: [{ region: 'sacrum' }], mainArea: 'sacrum' })).toBe('unknown')
  })

  test('medicine alone is not conservative care', () => {
    expect(status('PY-07', { treatments: ['pain_medicine'], physicalTherapyWeeks: undefined })).toBe('not_met')
    expect(codes({ treatments: ['none'], physicalTherapyWeeks: undefined })).toContain(
      'payer:conservative_care_lt_4_weeks',
    )
  })

  test('the worst pain elsewhere, or another cause, is not met', () => {
    expect(status('PY-01', { painAreas: [{ region: 'low-back-middle' }], mainArea: 'low-back-middle' })).toBe('not_met')
    expect(status('PY-05', { walkingPain: 'eases_sitting' })).toBe('not_met')
    expect(status('PY-04', { belowKnee: 'yes', legFeatures: ['leg_worse'] })).toBe('not_met')
  })
})
