import { describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { canonicalTests, testsOfJoint } from './canonical-tests'
import { examRules } from './rules-exam'
import { triage } from './triage'
import type { ExamFinding } from './triage-result'

const { answers } = examples.rightSided
type Found = [test: string, result: ExamFinding['result'], more?: Partial<ExamFinding>]

const findings = (...list: readonly Found[]): ExamFinding[] =>
  list.map(([name, result, more]) => ({
    test: name,
    side: 'right',
    result,
    mode: 'in_person',
    attested: false,
    ...more,
  }))

const judge = (list: readonly Found[], changes: Answers = {}) =>
  triage({ ...answers, ...changes }, { asOf: '2026-11-22', exam: { findings: findings(...list) } }).si

const four = ['faber', 'thigh-thrust', 'compression', 'distraction'] as const
const six = [...four, 'sacral-thrust', 'yeoman'] as const
/** So many positive, the rest negative. */
const cluster = (positive: number, tests: readonly string[] = six): Found[] =>
  tests.map((name, index) => [name, index < positive ? 'positive' : 'negative'])

/** Gate open, 3 points: possible by the answers alone. */
const possible: Answers = {
  oneFingerTwice: 'no',
  aggravators: ['rising'],
  trauma: 'none',
  onset: 'slowly',
  buttockFall: undefined,
}
const midline: Answers = { painAreas: [{ region: 'sacrum' }], mainArea: 'sacrum', painSide: 'middle' }
const groin: Answers = { painAreas: [{ region: 'groin-right' }], mainArea: 'groin-right', painSide: 'right' }

describe('an exam that counts overrides the answers', () => {
  test('3 positive with the gate open: likely, and at least possible without', () => {
    expect(judge(cluster(3), possible)).toMatchObject({ tier: 'likely', examDone: true })
    expect(judge(cluster(3), midline)).toMatchObject({ tier: 'possible', examDone: true })
    expect(judge(cluster(3), groin)).toMatchObject({ tier: 'possible', examDone: true })
  })

  test('none of 5: unlikely, also in inflammatory pain', () => {
    expect(judge(cluster(0, [...four, 'yeoman']))).toMatchObject({ tier: 'unlikely', examDone: true })
    const { answers: young } = examples.inflammatory
    const exam = { findings: findings(...cluster(0)) }
    const result = triage(young, { asOf: '2026-11-22', exam })
    expect(result.si.tier).toBe('unlikely')
    expect(result.ddx.map(({ code }) => code)).toContain('ddx:inflammatory_back_pain')
  })

  test('1 or 2: one step down from likely, else as it was', () => {
    expect(judge([]).tier).toBe('likely')
    expect(judge(cluster(2)).tier).toBe('possible')
    expect(judge(cluster(1)).tier).toBe('possible')
    expect(judge(cluster(1), possible).tier).toBe('possible')
    expect(judge(cluster(1), groin).tier).toBe('unlikely')
  })

  test('fewer than 5 tests done change nothing, and say so', () => {
    const si = judge(cluster(0, four))
    expect(si).toMatchObject({ tier: 'likely', examDone: false })
    expect(si.probability).toBeUndefined()
    expect(si.reasons[0]).toMatchObject({ ruleId: 'SI-EX', effect: 'gate' })
    expect(si.reasons[0]?.text).toBe(
      'Exam: 0 of 4 provocation tests positive. Fewer than 5 tests were done: the pattern stays as it is',
    )
  })

  test('a cap for an open infection, fracture or cancer flag holds after an exam', () => {
    expect(judge(cluster(6), { cancerHistory: 'yes' }).tier).toBe('possible')
    expect(judge(cluster(6), { fever: 'yes' }).tier).toBe('possible')
    expect(judge(cluster(0), { fever: 'yes' }).tier).toBe('unlikely')
  })
})

describe('what counts', () => {
  test('two names of one manoeuvre are one test', () => {
    const names: Found[] = [
      ['FABER', 'positive'],
      ['Patrick', 'positive'],
      ['faber-seated', 'positive'],
      ['thigh thrust', 'positive'],
      ['posterior shear', 'positive'],
      ['P4', 'positive'],
      ['distraction', 'negative'],
      ['gapping', 'negative'],
      ['approximation', 'negative'],
      ['compression', 'negative'],
    ]
    const si = judge(names, possible)
    expect(si).toMatchObject({ examDone: false, tier: 'possible' })
    expect(si.reasons[0]?.text).toContain('2 of 4 provocation tests positive: FABER right, thigh thrust right')
  })

  test('Gaenslen left and right are two tests', () => {
    const both: Found[] = [
      ['gaenslen', 'positive', { side: 'left' }],
      ['gaenslen', 'positive', { side: 'right' }],
      ['faber', 'positive'],
      ['compression', 'negative', { side: 'none' }],
      ['distraction', 'negative', { side: 'none' }],
    ]
    expect(judge(both, possible)).toMatchObject({ examDone: true, tier: 'likely' })
    expect(judge(both.slice(1), possible)).toMatchObject({ examDone: false })
    const oneFinding: Found[] = [['gaenslen', 'positive', { side: 'both' }], ...both.slice(2)]
    expect(judge(oneFinding, possible)).toMatchObject({ examDone: true, tier: 'likely' })
  })

  test('positive tests of one joint: a left FABER and right tests do not add up', () => {
    const tests = canonicalTests(
      findings(
        ['faber', 'positive', { side: 'left' }],
        ['thigh-thrust', 'positive'],
        ['compression', 'positive', { side: 'none' }],
      ),
      examRules.tests,
    )
    expect(testsOfJoint(tests, undefined).positive.map(({ id }) => id)).toEqual(['compression', 'thigh-thrust'])
    expect(testsOfJoint(tests, 'left').positive.map(({ id }) => id)).toEqual(['compression', 'faber'])
  })

  test('only tests of the painful joint count: three positive on the left say nothing about pain on the right', () => {
    const left = cluster(3).map(([name, result]): Found => [name, result, { side: 'left' }])
    const si = judge(left, possible)
    expect(si).toMatchObject({ tier: 'possible', examDone: false })
    expect(si.probability).toBeUndefined()
    expect(si.reasons[0]?.text).toContain('Not counted: 6 done on the other side than the pain, which is right')
    const both = judge([...left, ...cluster(0)], possible)
    expect(both).toMatchObject({ tier: 'unlikely', examDone: true, probability: { lr: 0.33 } })
    expect(judge([...left, ...cluster(3)], possible)).toMatchObject({ tier: 'likely' })
  })

  test('with pain on both sides the joint with more positive tests counts', () => {
    const left = cluster(3).map(([name, result]): Found => [name, result, { side: 'left' }])
    const twoSided: Answers = {
      ...possible,
      painAreas: [{ region: 'si-right' }, { region: 'si-left' }],
      painSide: 'both',
    }
    expect(judge(left, twoSided)).toMatchObject({ tier: 'likely', examDone: true, probability: { lr: 2.13 } })
  })

  test('a test repeated counts once, positive when it was positive once', () => {
    const twice: Found[] = [...cluster(2), ['faber', 'negative'], ['sacral-thrust', 'positive']]
    expect(judge(twice, possible)).toMatchObject({ tier: 'likely' })
  })

  test('not possible and unsafe are not done; other manoeuvres are no provocation tests', () => {
    const some: Found[] = [
      ...cluster(0, four),
      ['yeoman', 'not_possible'],
      ['sacral-thrust', 'unsafe'],
      ['slr', 'negative'],
      ['aslr', 'positive'],
    ]
    expect(judge(some)).toMatchObject({ examDone: false, tier: 'likely' })
  })

  test('by video it is shown and changes nothing, unless the clinician attests it', () => {
    const video = cluster(6).map(([name, result]): Found => [name, result, { mode: 'video' }])
    const shown = judge(video, possible)
    expect(shown).toMatchObject({ examDone: false, tier: 'possible' })
    expect(shown.probability).toBeUndefined()
    expect(shown.reasons[0]).toMatchObject({ ruleId: 'SI-EX-video' })
    expect(shown.reasons[0]?.text).toContain('By video, not attested: 6 of 6 tests positive')
    const attested = video.map(([name, result]): Found => [name, result, { mode: 'video', attested: true }])
    expect(judge(attested, possible)).toMatchObject({ examDone: true, tier: 'likely' })
  })

  test('the order of findings never matters', () => {
    const list = [...cluster(3), ['gaenslen', 'negative', { side: 'left' }] as Found]
    expect(judge(list.toReversed())).toEqual(judge(list))
  })
})

describe('a probability', () => {
  test('stands only with an exam that counts, with its basis and certainty in words', () => {
    expect(judge([]).probability).toBeUndefined()
    expect(judge(cluster(3)).probability).toMatchObject({ prior: 0.2, lr: 2.13, post: 0.347 })
    expect(judge(cluster(2)).probability).toMatchObject({ prior: 0.2, lr: 0.33, post: 0.076 })
    expect(judge(cluster(3)).probability?.basis).toBe(
      'Before an exam about 20 of 100 people with such pain have pain of the SI joint. With 3 or more positive of at least 5 provocation tests (likelihood ratio 2.13; Saueressig 2021, 5 studies) about 35 of 100. Very low certainty.',
    )
    const reason = judge(cluster(0)).reasons.find(({ ruleId }) => ruleId === 'SI-EX-probability')
    expect(reason?.text).toContain('about 8 of 100. Very low certainty.')
    expect(reason?.evidence[0]?.citation).toContain('Saueressig 2021')
  })
})
