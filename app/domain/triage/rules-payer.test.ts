import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { readFacts } from './facts'
import { payerChecklist, policyFor } from './payer-checklist'
import { ruleSet } from './rule-set'
import { triage } from './triage'
import type { TriageContext } from './triage-result'

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

  test('pain that comes and goes is not refused for a good week', () => {
    expect(status('PY-02', { painAverage: 2, painBadDays: 7 })).toBe('unknown')
    expect(codes({ painAverage: 2, painBadDays: 7 })).not.toContain('payer:pain_below_moderate')
    expect(status('PY-02', { painAverage: 2, painBadDays: 4 })).toBe('not_met')
    expect(codes({ painAverage: 3, painBadDays: 3 })).toContain('payer:pain_below_moderate')
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
    expect(status('PY-04', { belowKnee: 'yes', legFeatures: ['numb_strip'] })).toBe('not_met')
    expect(status('PY-04', { belowKnee: 'no', legFeatures: ['numb_strip', 'cough_leg'] })).toBe('not_met')
  })
})

const plan = (planName: string): Answers => ({ payerKind: 'commercial', planName })
const read = (policyId: string, changes: Answers = {}, context: Partial<TriageContext> = {}) => {
  const policy = ruleSet.policies.find(({ id }) => id === policyId)
  if (!policy) throw new Error('No such policy')
  const items = payerChecklist(readFacts({ ...answers, ...changes }, { asOf: '2026-11-22', ...context }), policy)
  return (id: string) => items.find((item) => item.id === id)
}
const tests = (...names: string[]): Partial<TriageContext> => ({
  exam: {
    findings: names.map((name) => ({
      test: name.replace(/^-/, ''),
      side: 'right',
      result: name.startsWith('-') ? 'negative' : 'positive',
      mode: 'in_person',
      attested: false,
    })),
  },
})

describe('which policy is read', () => {
  test.each<[string, Answers, string]>([
    ['Medicare', { payerKind: 'medicare' }, 'medicare-ngs-L39455'],
    [
      'Medicare Advantage, whatever manages it',
      { payerKind: 'medicare_advantage', planName: 'eviCore' },
      'medicare-ngs-L39455',
    ],
    ['eviCore on the card', plan('Prairie Health, eviCore manages'), 'evicore-CMM-203'],
    ['Evolent on the card', plan('Evolent / NIA'), 'instil-nia-CAM-770HB'],
    ['letters inside another word', plan('Pennsylvania Health'), 'plan-not-on-file'],
    ['any other plan', plan('Prairie Demo Health'), 'plan-not-on-file'],
    ['nobody knows', { payerKind: 'not_sure', planName: undefined }, 'plan-not-on-file'],
    ['no insurance', { payerKind: 'none', planName: undefined }, 'plan-not-on-file'],
  ])('%s', (_name, changes, id) => {
    expect(policyFor(ruleSet.policies, { ...answers, planName: undefined, ...changes }).id).toBe(id)
  })

  test('each says who owns it, where it comes from and that it waits to be signed', () => {
    for (const policy of ruleSet.policies) {
      expect(policy.owner).toBe('awaiting the clinic’s medical director')
      expect(policy.signOff).toBe('awaiting')
      expect(policy.source?.length).toBeGreaterThan(20)
      for (const item of policy.items) {
        expect(item.requirement?.length).toBeGreaterThan(5)
        expect(item.evidence?.length).toBeGreaterThan(0)
      }
    }
  })

  test('numbers that no text states are marked as unverified', () => {
    expect(judge({}).payer.items.find(({ id }) => id === 'PY-02')?.unverified).toContain('was not found')
    expect(read('instil-nia-CAM-770HB')('PY-02')?.unverified).toContain('was not found')
    expect(judge({}).payer.items.find(({ id }) => id === 'PY-03')?.unverified).toBeUndefined()
  })

  test('each line is linked to the answers behind it', () => {
    const item = read('medicare-ngs-L39455')('PY-03')
    expect(item).toMatchObject({
      requirement: 'For 3 months or more',
      evidence: 'Pain since March 2026',
      inputs: [{ questionId: 'painSince', answer: '2026-03', patientWords: 'When did it start? March 2026' }],
    })
    expect(item?.sources?.[0]?.citation).toContain('L39455')
  })
})

describe('tests by an examiner', () => {
  const medicare = (...names: string[]) => read('medicare-ngs-L39455', {}, tests(...names))('PY-06')
  const nia = (...names: string[]) => read('instil-nia-CAM-770HB', {}, tests(...names))('PY-06')

  test('three listed tests prove it; a test the plan does not list proves nothing', () => {
    expect(medicare()?.status).toBe('needs_in_person')
    expect(medicare('faber', 'gaenslen', 'yeoman')).toMatchObject({
      status: 'met',
      evidence: '3 of 3 tests done were positive: FABER, Gaenslen, Yeoman',
    })
    expect(medicare('faber', 'gaenslen', 'sacral-thrust')?.status).toBe('needs_in_person')
    expect(nia('faber', 'gaenslen', 'sacral-thrust')?.status).toBe('met')
  })

  test('synonyms count once, as each plan lists them', () => {
    expect(medicare('faber', 'thigh-thrust', 'posterior-shear')?.status).toBe('needs_in_person')
    expect(nia('faber', 'thigh-thrust', 'posterior-shear')?.status).toBe('met')
    expect(medicare('faber', 'patrick', 'gaenslen')?.status).toBe('needs_in_person')
  })

  test('not met when the tests that are left cannot make it up', () => {
    expect(medicare('-faber', '-gaenslen', '-thigh-thrust', '-yeoman', 'compression')?.status).toBe('not_met')
    expect(medicare('-faber', '-gaenslen', '-thigh-thrust', 'yeoman', 'compression')?.status).toBe('needs_in_person')
  })

  test('over video only when attested', () => {
    const exam = tests('faber', 'gaenslen', 'thigh-thrust').exam
    const byVideo = (attested: boolean) => ({
      exam: { findings: (exam?.findings ?? []).map((each) => ({ ...each, mode: 'video' as const, attested })) },
    })
    expect(read('medicare-ngs-L39455', {}, byVideo(false))('PY-06')?.status).toBe('needs_in_person')
    expect(read('medicare-ngs-L39455', {}, byVideo(true))('PY-06')?.status).toBe('met')
  })
})

describe('eviCore CMM-203', () => {
  const evicore = (id: string, changes: Answers) => read('evicore-CMM-203', changes)(id)?.status
  const again: Answers = {
    ...injected,
    siInjectionLasted: 'weeks',
    siInjectionDate: '2026-08-01',
    siInjectionFunction: 'yes',
  }

  test('asks for active rehabilitation that goes on', () => {
    expect(evicore('PY-11', { careContinues: 'yes' })).toBe('met')
    expect(evicore('PY-11', { careContinues: 'no' })).toBe('not_met')
    expect(evicore('PY-11', { careContinues: undefined })).toBe('unknown')
    expect(evicore('PY-11', { treatments: ['pain_medicine'], careContinues: 'yes' })).toBe('not_met')
  })

  test('a first injection has no line about a repeat', () => {
    for (const id of ['PY-10', 'PY-12', 'PY-13']) expect(read('evicore-CMM-203')(id)).toBeUndefined()
  })

  test('a repeat: three quarters for 2 weeks, function or less medicine, 2 months apart', () => {
    expect([evicore('PY-10', again), evicore('PY-12', again), evicore('PY-13', again)]).toEqual(['met', 'met', 'met'])
    expect(evicore('PY-10', { ...again, siInjectionRelief: 'half_or_more' })).toBe('not_met')
    expect(evicore('PY-10', { ...again, siInjectionLasted: 'hours_days' })).toBe('not_met')
    expect(evicore('PY-10', { ...again, siInjectionLasted: 'too_early', siInjectionDate: '2026-11-01' })).toBe('met')
    expect(evicore('PY-10', { ...again, siInjectionLasted: 'too_early', siInjectionDate: '2026-11-18' })).toBe(
      'unknown',
    )
    expect(evicore('PY-12', { ...again, siInjectionFunction: 'no' })).toBe('not_met')
    expect(evicore('PY-13', { ...again, siInjectionDate: '2026-10-01' })).toBe('not_met')
    expect(evicore('PY-13', { ...again, siInjectionDate: '2026-09' })).toBe('unknown')
    expect(evicore('PY-13', { ...again, siInjectionDate: undefined })).toBe('unknown')
  })

  test('its gap is named in its own words', () => {
    const blockers = judge({ ...injected, ...plan('eviCore'), siInjectionRelief: 'half_or_more' }).blockers
    const [reason] = blockers.find(({ code }) => code === 'payer:relief_duration_not_met')?.reasons ?? []
    expect(reason?.text).toContain('less than three quarters')
  })
})

describe('Instil/NIA CAM 770HB', () => {
  const nia = (id: string, changes: Answers) => read('instil-nia-CAM-770HB', changes)(id)?.status
  const able: Answers = { painAverage: 5, rmdq: ['r01'], work: 'works' }

  test('pain of 6, or functional disability', () => {
    expect(nia('PY-02', { ...able, painAverage: 6 })).toBe('met')
    expect(nia('PY-02', able)).toBe('not_met')
    expect(nia('PY-02', { ...able, work: 'cannot_now' })).toBe('met')
    expect(nia('PY-02', { ...able, rmdq: undefined })).toBe('unknown')
  })

  test('6 weeks of care within the last 6 months', () => {
    const care: Answers = { treatments: ['physical_therapy', 'pain_medicine'], physicalTherapyWeeks: 8 }
    expect(nia('PY-07', { ...care, physicalTherapyFrom: '2026-08', physicalTherapyUntil: undefined })).toBe('met')
    expect(nia('PY-07', { ...care, physicalTherapyFrom: '2026-01', physicalTherapyUntil: '2026-03' })).toBe('not_met')
    expect(nia('PY-07', { ...care, physicalTherapyFrom: undefined, physicalTherapyUntil: undefined })).toBe('unknown')
  })

  test('after 2 years it is a new episode, and nothing is asked about the last injection', () => {
    expect(nia('PY-10', { ...injected, siInjectionDate: '2025-06' })).toBe('unknown')
    expect(nia('PY-10', { ...injected, siInjectionDate: '2024-06' })).toBeUndefined()
  })
})

describe('windows', () => {
  const days = fc.integer({ min: 0, max: 1500 })
  const before = (ago: number) =>
    new Date(Date.UTC(2026, 10, 22) - ago * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const rank: Record<string, number> = { not_met: 0, unknown: 1, met: 2 }

  test('the longer the pain, the sooner it is long enough', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        const at = (ago: number) => rank[status('PY-03', { painSince: before(ago) }) ?? ''] ?? -1
        expect(at(Math.max(one, other))).toBeGreaterThanOrEqual(at(Math.min(one, other)))
      }),
    )
  })

  test('the longer ago the last injection, the sooner it is far enough apart, and never the other way round', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        const at = (ago: number) =>
          rank[read('evicore-CMM-203', { ...injected, siInjectionDate: before(ago) })('PY-13')?.status ?? ''] ?? -1
        expect(at(Math.max(one, other))).toBeGreaterThanOrEqual(at(Math.min(one, other)))
      }),
    )
  })

  test('more sessions in the year never prove more; more weeks of care never prove less', () => {
    const number = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(number, number, (one, other) => {
        const [few, many] = [Math.min(one, other), Math.max(one, other)]
        const cap = (count: number) => rank[status('PY-09', { ...injected, siInjectionsThisYear: count }) ?? ''] ?? -1
        const care = (weeks: number) => rank[status('PY-07', { physicalTherapyWeeks: weeks }) ?? ''] ?? -1
        expect(cap(many)).toBeLessThanOrEqual(cap(few))
        expect(care(many)).toBeGreaterThanOrEqual(care(few))
      }),
    )
  })
})
