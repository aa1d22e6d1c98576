import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyIntake } from './any-intake'
import { estimatedMinutes } from './estimated-minutes'
import { examples } from './examples'
import type { Answers } from './instrument'
import { progressOf } from './progress-of'
import { firstOpenStep, nextStep, previousStep, stepAfterSaving, stepsOf } from './steps'
import { openQuestions, visibleQuestions } from './visible-questions'

const { answers } = examples.rightSided

describe('pages of the intake', { timeout: 60_000 }, () => {
  test('safety comes first, the signature last, and every visible question is on a page', () => {
    const steps = stepsOf(answers)
    expect(steps[0]?.slug).toBe('about-you')
    expect(steps.at(-1)?.slug).toBe('consent')
    expect(steps.map((step) => step.part)).toEqual(steps.map((step) => step.part).toSorted())
    expect(steps.flatMap((step) => step.keys).toSorted()).toEqual(
      visibleQuestions(answers)
        .map(({ key }) => key)
        .toSorted(),
    )
  })

  test('the 988 text stands above the first mood question', () => {
    expect(stepsOf(answers).find((step) => step.keys.includes('phqInterest'))?.notice).toBe('crisis-988')
    expect(stepsOf(answers).find((step) => step.keys.includes('bloodThinner'))?.notice).toBe('blood-thinner')
  })

  test('a page comes back while an answer on it opened a required question', () => {
    const fell: Answers = { ...answers, trauma: 'major', traumaWhen: undefined }
    expect(stepAfterSaving(fell, 'walking')?.slug).toBe('walking')
    expect(stepAfterSaving(answers, 'walking')?.slug).toBe('older-trouble')
    expect(nextStep(fell, 'walking')?.slug).toBe('older-trouble')
  })

  test('pages that do not apply are passed over, both ways', () => {
    expect(nextStep(answers, 'infection')?.slug).toBe('blood-flow')
    expect(nextStep({ ...answers, recentEvents: ['injection_30_days'] }, 'infection')?.slug).toBe('after-procedure')
    expect(previousStep(answers, 'blood-flow')?.slug).toBe('infection')
    expect(nextStep(answers, 'after-procedure')?.slug).toBe('blood-flow')
    expect(nextStep(answers, 'consent')).toBeUndefined()
    expect(previousStep(answers, 'about-you')).toBeUndefined()
  })

  test('a person goes on at the first open page; a complete intake has none', () => {
    expect(firstOpenStep({})?.slug).toBe('about-you')
    expect(firstOpenStep({ ...answers, painAverage: undefined })?.slug).toBe('strength')
    expect(firstOpenStep(answers)).toBeUndefined()
  })

  test('walking through with Continue answers everything of any intake', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const given: Answers = {}
        for (let guard = 0, step = firstOpenStep(given); step && guard < 200; guard += 1) {
          Object.assign(given, Object.fromEntries(step.keys.map((key) => [key, intake[key]])))
          step = stepAfterSaving(given, step.slug)
        }
        expect(openQuestions(given)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('progress', () => {
  test('says part and question in words', () => {
    expect(progressOf(answers, 'numbness')).toMatchObject({ part: 1, parts: 6, partTitle: 'Safety', question: 3 })
    expect(progressOf(answers, 'numbness').words).toMatch(/^Part 1 of 6: Safety · Question 3 of \d+$/)
    expect(progressOf(answers, 'consent').segments.map((segment) => segment.state)).toEqual([
      'done',
      'done',
      'done',
      'done',
      'done',
      'now',
    ])
  })

  test('counts only required questions that apply', () => {
    const progress = progressOf(answers)
    expect(progress.answered).toBe(progress.required)
    expect(progressOf({}).answered).toBe(0)
  })
})

describe('how long it takes', () => {
  const registered: Answers = { birthDate: '1972-03-03', sexAtBirth: 'female', stateOfResidence: 'MN' }

  test('an ordinary person is done within 12 minutes', () => {
    const usual = examples.usual.answers
    expect(openQuestions(usual)).toEqual([])
    expect(estimatedMinutes(usual, { known: registered })).toBeLessThanOrEqual(12)
  })

  test('the list of 24 statements and the moves at home can be passed by, and take under 2 and 5 minutes', () => {
    const usual: Answers = examples.usual.answers
    const plain = estimatedMinutes(usual)
    const list: Answers = { ...usual, rmdq: examples.rightSided.answers.rmdq }
    expect(estimatedMinutes(list) - plain).toBeLessThan(2)
    const moves: Answers = {
      ...usual,
      selfTestsWish: 'now',
      selfTestCompany: 'yes',
      selfTestGates: ['none'],
      trySitToStand: 'usual_pain_back',
    }
    const walked = stepsOf(moves).map(({ slug }) => slug)
    expect(walked.filter((slug) => slug.startsWith('try-'))).toHaveLength(7)
    expect(estimatedMinutes(moves) - plain).toBeLessThan(5)
    for (const slug of ['back-today', 'try', 'try-heels']) expect(stepAfterSaving(usual, slug)?.slug).not.toBe(slug)
  })

  test('the rest is said in words and only shrinks', () => {
    const { answers: whole } = examples.usual
    expect(progressOf(registered).left).toMatch(/^about 1[0-3] min left$/)
    let [given, before]: [Answers, number] = [registered, Number.POSITIVE_INFINITY]
    for (const step of stepsOf(whole)) {
      const { minutesLeft } = progressOf(given, step.slug)
      expect(minutesLeft).toBeLessThanOrEqual(before + 1)
      before = minutesLeft
      given = { ...given, ...Object.fromEntries(step.keys.map((key) => [key, whole[key]])) }
    }
    expect(progressOf(given, 'consent').left).toBe('about 1 min left')
  })
})

describe('what is asked only of some', () => {
  const slugsOf = (changes: Answers) => stepsOf({ ...answers, ...changes }).map(({ slug }) => slug)
  const asked = (changes: Answers) => visibleQuestions({ ...answers, ...changes }).map(({ key }) => key)

  test('low mood in the first two items asks the other items, before the last one, under the 988 text', () => {
    const low: Answers = { phqInterest: 'more_than_half', phqDown: 'several_days' }
    const steps = stepsOf({ ...answers, ...low })
    const mood = steps.filter(({ slug }) => slug.startsWith('mood'))
    expect(mood.map(({ slug }) => slug)).toEqual(['mood', 'mood-more', 'mood-thoughts'])
    expect(mood.map(({ notice }) => notice)).toEqual(Array(3).fill('crisis-988'))
    expect(mood[1]?.keys).toHaveLength(6)
    expect(slugsOf({ phqInterest: 'several_days', phqDown: 'several_days' })).not.toContain('mood-more')
    expect(slugsOf({ phqInterest: 'not_at_all', phqDown: 'nearly_every_day' })).toContain('mood-more')
  })

  test.each<[string, Answers, string[]]>([
    ['nobody who says no', { selfTestsWish: 'no' }, []],
    ['nobody without room', { selfTestsWish: 'now', selfTestGates: ['no_clear_space'] }, []],
    [
      'someone of 70 by the birth date without standing on one leg',
      { selfTestsWish: 'now', selfTestGates: ['none'], birthDate: '1956-11-22' },
      ['try-sit-to-stand', 'try-figure-four', 'try-hip', 'try-leg-lift'],
    ],
    [
      'someone who turns 70 before the year 2028 the same',
      { selfTestsWish: 'now', selfTestGates: ['none'], birthDate: '1957-12-31' },
      ['try-sit-to-stand', 'try-figure-four', 'try-hip', 'try-leg-lift'],
    ],
    [
      'someone younger everything',
      { selfTestsWish: 'now', selfTestGates: ['none'], birthDate: '1958-01-01' },
      ['try-sit-to-stand', 'try-figure-four', 'try-hip', 'try-leg-lift', 'try-one-leg', 'try-heels'],
    ],
    [
      'someone who has fallen without standing on one leg',
      { selfTestsWish: 'now', selfTestGates: ['fell_6_months'] },
      ['try-sit-to-stand', 'try-figure-four', 'try-hip', 'try-leg-lift'],
    ],
    [
      'someone with thin bones without standing on one leg',
      { selfTestsWish: 'now', selfTestGates: ['none'], boneRisks: ['osteoporosis'] },
      ['try-sit-to-stand', 'try-figure-four', 'try-hip', 'try-leg-lift'],
    ],
    [
      'someone with an artificial hip without bending it',
      { selfTestsWish: 'now', selfTestGates: ['hip_replacement'] },
      ['try-sit-to-stand', 'try-leg-lift', 'try-one-leg', 'try-heels'],
    ],
    [
      'someone in week 22 sitting only',
      {
        selfTestsWish: 'now',
        selfTestGates: ['none'],
        pregnancy: 'yes',
        pregnancyWeeks: 22,
        pregnancyDanger: ['none'],
      },
      ['try-sit-to-stand', 'try-figure-four', 'try-hip'],
    ],
    [
      'someone in week 12 everything',
      {
        selfTestsWish: 'now',
        selfTestGates: ['none'],
        pregnancy: 'yes',
        pregnancyWeeks: 12,
        pregnancyDanger: ['none'],
      },
      ['try-sit-to-stand', 'try-figure-four', 'try-hip', 'try-leg-lift', 'try-one-leg', 'try-heels'],
    ],
  ])('moves are shown to %s', (_, changes, slugs) => {
    expect(slugsOf(changes).filter((slug) => slug.startsWith('try-') && slug !== 'try-ready')).toEqual(slugs)
  })

  test.each<[Answers]>([
    [{ saddleNumbness: 'not_sure' }],
    [{ legWeakness: 'yes' }],
    [{ canWalk: 'no_over_6_weeks' }],
    [{ trauma: 'minor', traumaWhen: 'under_6_weeks' }],
    [{ fever: 'earlier' }],
    [{ recentEvents: ['infection_4_weeks', 'injection_30_days'], afterProcedure: ['none'] }],
    [{ recentEvents: ['not_sure'], afterProcedure: ['none'] }],
    [{ chestSymptoms: 'yes' }],
  ])('no move is offered with %j', (changes) => {
    expect(slugsOf(changes)).not.toContain('try')
  })

  test('the day a warning sign began is asked with it, and never required', () => {
    for (const [key, since] of [
      ['saddleNumbness', 'saddleNumbnessSince'],
      ['bowelTrouble', 'bowelTroubleSince'],
      ['bothLegs', 'bothLegsSince'],
      ['legWeakness', 'legWeaknessSince'],
    ] as const) {
      expect(asked({ [key]: 'yes' })).toContain(since)
      expect(asked({ [key]: 'not_sure' })).toContain(since)
      expect(asked({ [key]: 'no' })).not.toContain(since)
      expect(openQuestions({ ...answers, [key]: 'yes' })).toEqual([])
    }
  })

  test('women are asked about the pelvis wherever it hurts, men never', () => {
    expect(asked({ painAreas: [{ region: 'si-right' }] })).toContain('pelvicSigns')
    expect(asked({ sexAtBirth: 'other' })).toContain('pelvicSigns')
    expect(asked({ sexAtBirth: 'male' })).not.toContain('pelvicSigns')
  })
})
