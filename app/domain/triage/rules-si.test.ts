import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { siRules } from './rules-si'
import { triage } from './triage'

const { answers } = examples.rightSided
const judge = (changes: Answers) => triage({ ...answers, ...changes }, { asOf: '2026-11-22' }).si
const rules = (changes: Answers) => judge(changes).reasons.map((reason) => reason.ruleId)

/** Nothing supports, nothing speaks against: gate open, 0 points. */
const bare: Answers = {
  painAreas: [{ region: 'si-right' }, { region: 'si-left' }],
  mainArea: 'si-right',
  painSide: 'both',
  oneFingerTwice: 'no',
  aggravators: ['none'],
  trauma: 'none',
  onset: 'slowly',
  buttockFall: undefined,
}

const prior: Answers = {
  priorSiInjection: 'yes',
  siInjectionGuided: 'yes',
  siInjectionRelief: 'three_quarters_or_more',
  siInjectionSide: 'right',
  painSide: 'right',
}

const above = (midlinePain: NonNullable<Answers['midlinePain']>): Answers => ({
  painAreas: [{ region: 'si-right' }, { region: 'low-back-middle' }],
  midlinePain,
})
const groin = (...hipSigns: NonNullable<Answers['hipSigns']>): Answers => ({
  painAreas: [{ region: 'si-right' }, { region: 'groin-right' }],
  hipSigns,
})

/** Rule, what fires it, what only looks like it. */
const cases: [string, Answers, Answers][] = [
  ['SI-01', { oneFingerTwice: 'dimple' }, { oneFingerTwice: 'elsewhere' }],
  ['SI-02', { painAreas: [{ region: 'si-right' }, { region: 'sacrum' }], painSide: 'right' }, {}],
  ['SI-03', { painAreas: [{ region: 'si-right' }, { region: 'buttock-lower-right' }] }, {}],
  [
    'SI-04',
    {
      painAreas: [{ region: 'si-right' }, { region: 'buttock-upper-right' }, { region: 'thigh-back-right' }],
      belowKnee: 'no',
    },
    { painAreas: [{ region: 'si-right' }, { region: 'thigh-back-right' }], belowKnee: 'no' },
  ],
  ['SI-05-1', { aggravators: ['rising'] }, { aggravators: ['sitting'] }],
  ['SI-05-2', { aggravators: ['stairs'] }, { aggravators: ['walking'] }],
  ['SI-05-3', { aggravators: ['car'] }, { aggravators: ['sitting'] }],
  ['SI-05-4', { aggravators: ['rolling'] }, { aggravators: ['standing'] }],
  ['SI-05-5', { aggravators: ['one_leg'] }, { aggravators: ['standing'] }],
  ['SI-05-6', { aggravators: ['lying_on_side'] }, { aggravators: ['not_sure'] }],
  ['SI-06-trauma', { onset: 'injury' }, { onset: 'lifting' }],
  ['SI-06-fusion', { spineSurgery: ['fusion'] }, { spineSurgery: ['hip'] }],
  ['SI-06-birth', { siRisks: ['birth_12_months'] }, { siRisks: ['scoliosis'] }],
  ['SI-06-legs', { siRisks: ['leg_length'] }, { siRisks: ['not_sure'] }],
  ['SI-06-loose', { siRisks: ['hypermobile'] }, { siRisks: ['none'] }],
  ['SI-07', prior, { ...prior, siInjectionSide: 'left' }],
  [
    'SI-08',
    { spineSurgery: ['fusion'], differentAfterFusion: 'yes' },
    { spineSurgery: ['fusion'], differentAfterFusion: 'no' },
  ],
  ['SI-11', above('same'), above('less')],
  ['SI-12', { belowKnee: 'yes', legFeatures: ['numb_strip'] }, { belowKnee: 'yes', legFeatures: ['leg_worse'] }],
  ['SI-13', groin('rotation'), groin('socks', 'car', 'clicking')],
  ['SI-14', { relievers: ['leaning_forward'] }, { relievers: ['sitting'] }],
  [
    'SI-15',
    { sittingLimit: 'yes', aggravators: ['sitting'] },
    { sittingLimit: 'yes', aggravators: ['sitting', 'stairs'] },
  ],
  [
    'SI-16',
    { painUnchangedByMovement: 'no', walkingPain: 'eases_standing', aggravators: ['walking'] },
    { painUnchangedByMovement: 'no', walkingPain: 'eases_standing', aggravators: ['walking', 'rising'] },
  ],
  ['SI-17', { legFeatures: ['moves_to_middle'] }, { legFeatures: ['none'] }],
  [
    'SI-18',
    {
      painAreas: [
        { region: 'si-right' },
        { region: 'si-left' },
        { region: 'head' },
        { region: 'arm-left' },
        { region: 'chest' },
        { region: 'mid-back' },
        { region: 'knee-back-left' },
      ],
    },
    {},
  ],
]

describe('SI pattern', () => {
  test('each rule has a firing and a near-miss case', () => {
    expect(cases.map(([id]) => id)).toEqual(siRules.scores.map((rule) => rule.id))
  })

  test.each(cases)('%s', (id, fires, misses) => {
    expect(rules({ ...bare, ...fires })).toContain(id)
    expect(rules({ ...bare, ...misses })).not.toContain(id)
  })

  test('sum: 6 likely, 3 possible, 2 unlikely', () => {
    expect(judge(bare)).toMatchObject({ score: 0, tier: 'unlikely', examDone: false })
    const two: Answers = { ...bare, oneFingerTwice: 'dimple' }
    expect(judge(two)).toMatchObject({ score: 2, tier: 'unlikely' })
    expect(judge({ ...two, aggravators: ['rising'] })).toMatchObject({ score: 3, tier: 'possible' })
    expect(judge({ ...two, aggravators: ['rising', 'car', 'stairs'] })).toMatchObject({ score: 5, tier: 'possible' })
    expect(judge({ ...two, aggravators: ['rising', 'car', 'stairs'], onset: 'injury' })).toMatchObject({
      score: 6,
      tier: 'likely',
    })
  })

  test('a nerve pattern counts against by its strip below the knee or by a cough, not by strength of leg pain or weakness', () => {
    const against = (changes: Answers) => rules({ ...bare, ...changes }).includes('SI-12')
    expect(against({ legFeatures: ['cough_leg'], belowKnee: 'no' })).toBe(true)
    expect(against({ legFeatures: ['none'], legWeakness: 'yes', belowKnee: 'yes' })).toBe(false)
    expect(against({ legFeatures: ['numb_strip'], belowKnee: 'no' })).toBe(false)
  })

  test('pain at rest, pain that nothing moves, and pain of walking alone count against once', () => {
    expect(rules({ ...bare, painUnchangedByMovement: 'yes' })).toContain('SI-16')
    expect(rules({ ...bare, bodySigns: ['rest_pain'] })).toContain('SI-16')
    expect(
      judge({ ...bare, bodySigns: ['rest_pain'], painUnchangedByMovement: 'yes', walkingPain: 'eases_standing' }),
    ).toMatchObject({ score: -2 })
  })

  test('aggravators add 3 at most, risks 2 at most', () => {
    const all: Answers['aggravators'] = ['rising', 'stairs', 'car', 'rolling', 'one_leg', 'lying_on_side']
    expect(judge({ ...bare, aggravators: all })).toMatchObject({ score: 3 })
    expect(
      judge({ ...bare, onset: 'injury', siRisks: ['leg_length', 'hypermobile', 'birth_12_months'] }),
    ).toMatchObject({ score: 2 })
    const points = judge({ ...bare, aggravators: all }).reasons.reduce((sum, reason) => sum + (reason.points ?? 0), 0)
    expect(points).toBe(3)
  })

  test('the gate: dimple, upper and middle buttock open it; the middle below the belt caps; all else closes', () => {
    const at = (region: NonNullable<Answers['mainArea']>) =>
      judge({ painAreas: [...(answers.painAreas ?? []), { region }], mainArea: region }).tier
    expect(at('buttock-middle-right')).toBe('likely')
    expect(at('sacrum')).toBe('possible')
    const closed = [
      'low-back-middle',
      'groin-right',
      'calf-right',
      'flank-right',
      'genital',
      'tailbone',
      'sit-bone-right',
    ] as const
    expect(closed.filter((region) => at(region) !== 'unlikely')).toEqual([])
  })

  test('inflammatory pain is at least possible; an open flag is at most possible', () => {
    const inflammatory = examples.inflammatory.answers
    const closed: Answers = {
      ...inflammatory,
      painAreas: [{ region: 'low-back-middle' }],
      mainArea: 'low-back-middle',
      painSide: 'middle',
    }
    expect(triage(closed, { asOf: '2026-11-22' }).si).toMatchObject({ tier: 'possible' })
    expect(judge({}).tier).toBe('likely')
    expect(judge({ cancerHistory: 'yes' }).tier).toBe('possible')
    expect(judge({ fever: 'yes' }).tier).toBe('possible')
    expect(judge({ fever: 'not_sure' }).tier).toBe('possible')
    const told = triage({ ...answers, painWords: 'I have a fever of 103' }, { asOf: '2026-11-22' })
    expect(told.urgency.codes).toContain('redflag:infection')
    expect(told.si.tier).toBe('possible')
    const nobody = triage({ ...answers, painWords: 'My brother had bone cancer.' }, { asOf: '2026-11-22' })
    expect(nobody.si.tier).toBe('likely')
  })

  test('without an exam there is no probability', () => {
    expect(judge({}).probability).toBeUndefined()
  })
})
