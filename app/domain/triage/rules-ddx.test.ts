import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { differentialRules } from './rules-ddx'
import { noteRules } from './rules-note'
import { triage } from './triage'

const { answers } = examples.rightSided
const judge = (changes: Answers) => triage({ ...answers, ...changes }, { asOf: '2026-11-22' })
const rules = (changes: Answers) => judge(changes).ddx.flatMap((each) => each.reasons.map((reason) => reason.ruleId))
const main = (region: NonNullable<Answers['mainArea']>): Answers => ({ painAreas: [{ region }], mainArea: region })

const slowAndYoung: Answers = {
  birthDate: '1998-01-01',
  painSince: '2024-01',
  onset: 'slowly',
  exerciseHelps: 'yes',
  restHelps: 'no',
  nightPain: 'yes',
}

/** Rule, what fires it, what only looks like it. */
const cases: [string, Answers, Answers][] = [
  ['DX-01', slowAndYoung, { ...slowAndYoung, painSince: '2026-10' }],
  ['DX-01-known', { inflammatoryHistory: ['spondylitis'] }, { inflammatoryHistory: ['family'] }],
  [
    'DX-02',
    { ...main('groin-right'), hipSigns: ['c_sign', 'rotation'] },
    { ...main('groin-right'), hipSigns: ['socks'] },
  ],
  ['DX-03', { belowKnee: 'yes', legFeatures: ['numb_strip'] }, { belowKnee: 'yes', legFeatures: ['none'] }],
  ['DX-04', { walkingPain: 'eases_sitting' }, { walkingPain: 'no', relievers: ['sitting'] }],
  ['DX-05', { walkingPain: 'eases_standing' }, { walkingPain: 'eases_sitting' }],
  [
    'DX-06',
    { ...main('low-back-side-right'), midlinePain: 'most', aggravators: ['bending_back'] },
    { aggravators: ['bending_back'] },
  ],
  [
    'DX-07',
    { ...main('low-back-middle'), midlinePain: 'most', aggravators: ['bending_forward'] },
    { aggravators: ['bending_forward'] },
  ],
  [
    'DX-08',
    { ...main('sit-bone-right'), aggravators: ['sitting'], sittingLimit: 'yes' },
    { aggravators: ['sitting'], sittingLimit: 'yes' },
  ],
  [
    'DX-09',
    { ...main('hip-outer-right'), hipSigns: ['outer_lying'] },
    { ...main('hip-outer-right'), hipSigns: ['clicking'] },
  ],
  ['DX-10', main('tailbone'), main('sacrum')],
  ['DX-11', { groinLump: 'soft' }, { groinLump: 'no' }],
  [
    'DX-12',
    { colic: 'yes', colicDetails: ['none'] },
    { painAreas: [{ region: 'si-right' }, { region: 'flank-right' }] },
  ],
  ['DX-13', { pelvicSigns: ['cycle'] }, { pelvicSigns: ['none'] }],
  [
    'DX-14',
    { sexAtBirth: 'male', pregnancy: undefined, testicularPain: 'slow' },
    { sexAtBirth: 'male', pregnancy: undefined, testicularPain: 'no' },
  ],
  ['DX-15', { painfulRash: 'yes' }, { inflammatoryHistory: ['psoriasis'] }],
  ['DX-16', { legFeatures: ['outer_thigh_numb'] }, { legFeatures: ['numb_strip'] }],
  [
    'DX-17',
    {
      painSide: 'both',
      painAreas: [
        { region: 'si-right' },
        { region: 'arm-left' },
        { region: 'head' },
        { region: 'upper-back-neck' },
        { region: 'knee-front-left' },
        { region: 'foot-right' },
      ],
    },
    {
      painAreas: [
        { region: 'si-right' },
        { region: 'buttock-upper-right' },
        { region: 'buttock-middle-right' },
        { region: 'thigh-back-right' },
        { region: 'calf-right' },
        { region: 'foot-right' },
      ],
    },
  ],
  ['DX-18', { inflammatoryHistory: ['psoriasis', 'heel_pain'] }, { inflammatoryHistory: ['psoriasis'] }],
]

describe('other causes', () => {
  test('each rule has a firing and a near-miss case', () => {
    expect(cases.map(([id]) => id)).toEqual(differentialRules.map((rule) => rule.id))
  })

  test.each(cases)('%s', (id, fires, misses) => {
    const code = differentialRules.find((rule) => rule.id === id)?.code
    expect(rules(fires)).toContain(id)
    expect(judge(fires).ddx.map((each) => each.code)).toContain(code)
    expect(rules(misses)).not.toContain(id)
  })

  test('an open flag is listed as a cause with the reasons of the flag', () => {
    expect(judge({ cancerHistory: 'yes' }).ddx).toMatchObject([
      { code: 'ddx:malignancy', reasons: [{ ruleId: 'RF-08' }] },
    ])
    expect(judge({ fever: 'yes' }).ddx.map((each) => each.code)).toEqual(['ddx:infection'])
    expect(judge({ trauma: 'major', traumaWhen: 'under_6_weeks' }).ddx.map((each) => each.code)).toEqual([
      'ddx:fracture',
    ])
  })

  test('a nerve root above the knee shows by two of its signs, not by one', () => {
    const thigh = (...legFeatures: NonNullable<Answers['legFeatures']>) => rules({ belowKnee: 'no', legFeatures })
    expect(thigh('cough_leg', 'numb_strip')).toContain('DX-03')
    expect(thigh('leg_worse', 'numb_strip')).toContain('DX-03')
    expect(thigh('leg_worse')).not.toContain('DX-03')
  })

  test('inflammatory items: four of five, age and duration by the dates', () => {
    expect(rules({ ...slowAndYoung, nightPain: 'no' })).toContain('DX-01')
    expect(rules({ ...slowAndYoung, nightPain: 'no', restHelps: 'yes' })).not.toContain('DX-01')
    expect(rules({ ...slowAndYoung, nightPain: 'not_sure', restHelps: 'yes' })).not.toContain('DX-01')
    expect(rules({ ...slowAndYoung, birthDate: '1984-06-01', painSince: '2024-01', nightPain: 'no' })).toContain(
      'DX-01',
    )
    expect(rules({ ...slowAndYoung, birthDate: '1983-01-01', painSince: '2024-01', nightPain: 'no' })).not.toContain(
      'DX-01',
    )
  })
})

const after: Answers = {
  recentEvents: ['injection_30_days'],
  procedureDate: '2026-11-19',
  afterProcedure: ['soreness'],
}
const leak: Answers = { longStanding: ['urine_leak'], longStandingSince: 'over_12_months', longStandingChanged: 'no' }
const severeMood: Answers = {
  phqInterest: 'nearly_every_day',
  phqDown: 'nearly_every_day',
  phqSleep: 'nearly_every_day',
  phqTired: 'nearly_every_day',
  phqAppetite: 'nearly_every_day',
  phqFailure: 'more_than_half',
  phqConcentration: 'more_than_half',
  phqMoving: 'several_days',
  selfHarm: 'not_at_all',
}
const noTrauma: Answers = { trauma: 'none', onset: 'slowly', buttockFall: undefined }

/** Calm enough for moves at home, and wishes to try them. */
const tries: Answers = {
  trauma: 'none',
  traumaWhen: undefined,
  buttockFall: undefined,
  onset: 'slowly',
  selfTestsWish: 'now',
  selfTestGates: ['none'],
}

describe('notes and risk marks', () => {
  const noteCases: [string, Answers, Answers][] = [
    ['RF-01b', leak, { ...leak, longStanding: ['urine_leak', 'stool'] }],
    [
      'RF-01c',
      { ...leak, longStandingSince: '3_to_12_months', siRisks: ['birth_12_months'] },
      { ...leak, longStandingSince: '3_to_12_months' },
    ],
    ['RF-06', after, { ...after, procedureDate: '2026-11-10' }],
    ['RK-01', { ...noTrauma, onset: 'injury' }, noTrauma],
    ['RK-02', { spineSurgery: ['fusion'], differentAfterFusion: 'no' }, { spineSurgery: ['other_spine'] }],
    [
      'RK-03',
      { recentEvents: ['childbirth_3_months'] },
      { pregnancy: 'yes', pregnancyDanger: ['none'], siRisks: ['birth_12_months'] },
    ],
    ['RK-04', { diabetes: 'yes', glucoseHigh: 'no', diabetesSigns: ['none'] }, { diabetes: 'no' }],
    ['RK-05', { infectionRisks: ['transplant'] }, { infectionRisks: ['tuberculosis'] }],
    ['RK-06', { infectionRisks: ['iv_drugs'] }, { infectionRisks: ['none'] }],
    ['NT-01', { implants: ['pacemaker'] }, { implants: ['hip_replacement'] }],
    ['NT-02', { implants: ['hip_replacement'] }, { implants: ['none'] }],
    ['NT-03', { ...tries, tryHeelRaises: 'both_weak' }, { ...tries, tryHeelRaises: 'could_not' }],
    ['NT-04', { ...tries, trySeatedFaberRight: 'usual_pain_back' }, { ...tries, selfTestsWish: 'later' }],
    ['NT-05', severeMood, { ...severeMood, phqMoving: 'not_at_all', phqSleep: 'several_days' }],
    ['NT-06', { unsafeAtHome: 'yes', safeContact: 'At work, before noon' }, { unsafeAtHome: 'yes' }],
    ['NT-07', { accessNeeds: ['hearing'] }, { accessNeeds: ['none'] }],
    ['NT-08', { otherInjections: ['epidural'] }, { otherInjections: ['none'] }],
    ['NT-09', { interactingMedicines: ['recent_steroid_pills'] }, { interactingMedicines: ['itraconazole'] }],
    ['NT-10', { earlierExam: 'FABER and thigh thrust, Dr. Lund' }, { treatments: ['none'], earlierExam: 'FABER' }],
    ['NT-11', { painAverage: 2, painBadDays: 7 }, { painAverage: 6, painBadDays: 7 }],
  ]

  test('each has a firing and a near-miss case', () => {
    expect(noteCases.map(([id]) => id)).toEqual(noteRules.map((rule) => rule.id))
  })

  test.each(noteCases)('%s', (id, fires, misses) => {
    const note = noteRules.find((rule) => rule.id === id)?.note
    expect(judge(fires).notes).toContain(note)
    expect(judge(misses).notes).not.toContain(note)
  })

  test('each note says why, with the answers behind it', () => {
    const { notes, noteReasons } = judge({ ...tries, implants: ['pump'], trySingleLegLeft: 'groin_pain' })
    expect(noteReasons?.map((each) => each.note)).toEqual(notes)
    expect(noteReasons?.find((each) => each.note === 'note:implanted_device')?.reasons).toMatchObject([
      { ruleId: 'NT-01', effect: 'support', inputs: [{ questionId: 'implants', answer: ['pump'] }] },
    ])
  })

  test('movements tried alone at home count toward nothing', () => {
    const tried = judge({
      ...tries,
      trySeatedFaberRight: 'usual_pain_back',
      trySingleLegRight: 'usual_pain_back',
      tryAslrRight: 5,
    })
    expect(tried.notes).toContain('note:self_tests_reported')
    expect(tried.si).toEqual(judge(tries).si)
    expect(tried.urgency).toEqual(judge(tries).urgency)
  })

  test('old bladder trouble is a note only while every other sign is no', () => {
    expect(judge(leak).urgency.tier).toBe('routine')
    const withNumbness = judge({ ...leak, saddleNumbness: 'yes' })
    expect(withNumbness.urgency.tier).toBe('emergency')
    expect(withNumbness.notes).not.toContain('note:chronic_bladder_symptom_unchanged')
  })

  test('soreness is never called expected beside fever or a nerve sign', () => {
    for (const sign of [
      { fever: 'yes' },
      { legWeakness: 'yes' },
      { saddleNumbness: 'not_sure' },
      { veryUnwell: 'yes' },
    ] as const) {
      expect(judge({ ...after, ...sign }).notes).not.toContain('note:expected_post_injection_course')
    }
    expect(judge({ ...after, afterProcedure: ['soreness', 'redness_pus'] }).notes).not.toContain(
      'note:expected_post_injection_course',
    )
  })
})
