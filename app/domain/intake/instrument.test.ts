import { describe, expect, test } from 'vitest'
import type { Condition } from './condition'
import { instrument, type InstrumentQuestion, isQuestionKey, questionOf } from './instrument'
import { optionsOf } from './options-of'
import { slugOfQuestion, stepsOf } from './steps'

const keys = instrument.questions.map((question) => question.key)

function valuesOf(question: InstrumentQuestion): string[] {
  return optionsOf(question).map((option) => option.value)
}

function asked(condition: Condition): { key: string; values: readonly string[] }[] {
  if ('any' in condition) return condition.any.flatMap(asked)
  if ('all' in condition) return condition.all.flatMap(asked)
  if ('marked' in condition) return [{ key: 'painAreas', values: [] }]
  return [{ key: condition.question, values: 'in' in condition ? condition.in : condition.notIn }]
}

describe('the instrument', () => {
  test('keys are unique and each stands on exactly one page', () => {
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(keys.map(slugOfQuestion)).size).toBeGreaterThan(30)
    const slugs = stepsOf({}).map((step) => step.slug)
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  test('conditions look back, at questions and values that exist', () => {
    for (const [index, question] of instrument.questions.entries()) {
      for (const { key, values } of question.appliesWhen ? asked(question.appliesWhen) : []) {
        expect(isQuestionKey(key) && keys.indexOf(key)).toBeLessThan(index)
        const known = isQuestionKey(key) ? optionsOf(questionOf(key)).map((option) => option.value) : []
        expect(known).toEqual(expect.arrayContaining([...values]))
      }
    }
  })

  test('an emergency item is never skippable and can be answered with not sure', () => {
    const items = instrument.questions.filter((question) => question.emergency)
    expect(items.length).toBeGreaterThan(20)
    expect(items.filter((item) => !item.required)).toEqual([])
    expect(items.filter((item) => !valuesOf(item).includes('not_sure'))).toEqual([])
  })

  test('values are unique, and every list of choices has a way to say none', () => {
    const twice = instrument.questions.filter(
      (question) => new Set(valuesOf(question)).size !== valuesOf(question).length,
    )
    expect(twice).toEqual([])
    const lists = instrument.questions.filter((question) => question.kind === 'multi-choice')
    const without = lists.filter((question) => !valuesOf(question).includes('none'))
    expect(without.map((question) => question.key)).toEqual(['bloodThinnerWhich'])
  })

  test('no question tells anyone to stop a medicine, and none names a score', () => {
    const words = instrument.questions
      .flatMap((question) => [
        question.label,
        question.hint ?? '',
        ...optionsOf(question).map((option) => option.label),
      ])
      .join(' ')
    expect(words).not.toMatch(/stop (?:taking|your)|score|diagnos/i)
  })

  test('an ordinary person has few enough questions for 12 minutes', () => {
    const ordinary = instrument.questions.filter((question) => question.required && !question.appliesWhen)
    expect(ordinary.length).toBeLessThan(95)
  })
})
