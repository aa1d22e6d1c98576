import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyIntake } from './any-intake'
import { examples } from './examples'
import { intakeIssues } from './intake-issues'
import { intakeProblems } from './intake-problems'
import { type Answers, instrumentOf } from './instrument'
import { intakeSchema, intakeSchemaOf } from './intake-schema'
import { visibleQuestions } from './visible-questions'

const today = '2026-11-22'
const { answers } = examples.rightSided

describe('a complete intake', { timeout: 60_000 }, () => {
  test.each(Object.entries(examples))('example %s is one', (_name, example) => {
    expect(intakeIssues(example.answers)).toEqual([])
    expect(intakeProblems(example.answers, today)).toEqual([])
    expect(intakeSchema.parse(example.answers)).toEqual(example.answers)
  })

  test('every generated intake is one', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        expect(intakeIssues(intake)).toEqual([])
        const atRandom = ['painSince', 'recentEvents']
        expect(intakeProblems(intake, today).filter(({ key }) => !atRandom.includes(key))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('without any one required answer it is not, and the message names it', () => {
    for (const { key, required } of visibleQuestions(answers)) {
      if (!required) continue
      const { [key]: _gone, ...rest } = { ...answers }
      expect(intakeIssues(rest).map((issue) => issue.path[0])).toContain(key)
    }
  })

  test('a follow-up is required once its question is answered so', () => {
    expect(intakeIssues({ ...answers, trauma: 'major', traumaWhen: undefined })[0]).toEqual({
      path: ['traumaWhen'],
      message: 'Required: When was the fall, crash or blow?',
    })
    const groin = intakeIssues({ ...answers, hipSigns: undefined })
    expect(groin.map((issue) => issue.path[0])).toEqual(['hipSigns'])
  })

  test('unknown keys are refused by name, wrong values at their place', () => {
    const issues = intakeIssues({
      ...answers,
      shoeSize: 43,
      fever: 'maybe',
      painNow: 11,
      painAreas: [{ region: 'tail' }],
    })
    expect(issues.map((issue) => issue.path.join('.'))).toEqual(['fever', 'painAreas.0.region', 'painNow', 'shoeSize'])
  })

  test.each([null, [], 'text', 7])('%j is not an intake', (input) => {
    expect(intakeSchema.safeParse(input).success).toBe(false)
  })

  test('none stands alone, and a list is never empty', () => {
    expect(intakeIssues({ ...answers, bodySigns: ['none', 'rest_pain'] })).toHaveLength(1)
    expect(intakeIssues({ ...answers, bodySigns: [] })).toHaveLength(1)
    expect(intakeIssues({ ...answers, bodySigns: ['rest_pain', 'rest_pain'] })).toHaveLength(1)
  })

  test('the side in words and the side on the map never differ', () => {
    expect(intakeIssues({ ...answers, painSide: 'left' }).map((issue) => issue.path[0])).toEqual(['painSide'])
    expect(intakeIssues({ ...answers, mainArea: 'si-left' }).map((issue) => issue.path[0])).toEqual([
      'mainArea',
      'painSide',
    ])
  })

  test('an intake of an earlier version is read by that version', () => {
    const first = intakeSchemaOf(instrumentOf('1.0.0'))
    const told = first.safeParse(answers).error?.issues.map((issue) => issue.path[0])
    expect(told).toEqual(expect.arrayContaining(['rmdq', 'bodyWide', 'sittingLimit']))
  })

  test('a treatment does not end before it begins', () => {
    const turned = { ...answers, physicalTherapyFrom: '2026-06-10', physicalTherapyUntil: '2026-05' }
    expect(intakeProblems(turned, today)).toEqual([{ key: 'physicalTherapyUntil', message: 'This is before it began' }])
    expect(intakeProblems({ ...turned, physicalTherapyUntil: '2026-06' }, today)).toEqual([])
  })

  test('a date that is still to come cannot be', () => {
    const injected: Answers = { ...answers, priorSiInjection: 'yes', siInjectionDate: '2026-11-12' }
    expect(intakeProblems(injected, today).map(({ key }) => key)).toEqual(['recentEvents'])
    expect(intakeProblems({ ...injected, recentEvents: ['injection_30_days'] }, today)).toEqual([])
    expect(intakeProblems({ ...injected, siInjectionDate: '2026-10' }, today)).toEqual([])
    expect(intakeProblems({ ...answers, painSince: '2027-01' }, today)).toHaveLength(1)
    expect(intakeProblems({ ...answers, painSince: '1950' }, today)).toHaveLength(1)
    expect(intakeProblems({ ...answers, painSince: '2026' }, today)).toEqual([])
    expect(intakeIssues({ ...answers, birthDate: '1980-02-30' })).toHaveLength(1)
  })
})
