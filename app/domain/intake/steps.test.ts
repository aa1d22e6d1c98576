import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyIntake } from './any-intake'
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
