import { describe, expect, test } from 'vitest'
import { examples } from './examples'
import { formTexts } from './form-texts'
import { givenAnswers } from './given-answers'
import type { Answers, QuestionKey } from './instrument'
import { openBeforeSending } from './open-before-sending'
import { parseFormAnswer } from './parse-form-answer'
import { sameAnswer } from './same-answer'
import { sideAgrees, sidesToSay } from './side-agrees'

const asOf = '2026-11-23'
const all = Object.entries(examples)
const [[, first] = ['', { answers: {} as Answers }]] = all

describe.each(all)('the example %s', (_, { answers }) => {
  test('comes back from the form as it went in', () => {
    for (const [key, value] of Object.entries(answers) as [QuestionKey, never][])
      expect(parseFormAnswer(key, formTexts(key, value)), key).toEqual({ ok: true, value })
  })

  test('can be sent', () => {
    expect(openBeforeSending(answers, asOf)).toEqual([])
  })
})

test('a cleared answer is an empty field', () => {
  expect(formTexts('goals', undefined)).toEqual([])
  expect(formTexts('painSince', '2026')).toEqual(['2026'])
  expect(formTexts('painSince', '2026-03')).toEqual(['03', '2026'])
})

test('an open question and a side the marks do not show are named with their page', () => {
  const { fever: _, ...rest } = first.answers
  const points = openBeforeSending({ ...rest, painSide: 'left' }, asOf)
  expect(points).toContainEqual(expect.objectContaining({ key: 'fever', slug: 'fever' }))
  expect(points).toContainEqual(expect.objectContaining({ key: 'painSide', slug: 'areas-check' }))
})

test('the side in words is one the marks show', () => {
  const right: Answers = { painAreas: [{ region: 'si-right' }] }
  const both: Answers = { painAreas: [{ region: 'si-right' }, { region: 'si-left' }] }
  expect(sidesToSay(right)).toEqual(['right'])
  expect(sidesToSay(both)).toEqual(['left', 'right', 'both'])
  expect(sideAgrees({ ...right, painSide: 'both' })).toBe(false)
  expect(sideAgrees({ ...both, painSide: 'left' })).toBe(true)
  expect(sideAgrees({})).toBe(true)
})

test('answers whose question has fallen away are not sent along', () => {
  expect(givenAnswers({ trauma: 'none', traumaWhen: 'under_6_weeks' })).toEqual({ trauma: 'none' })
})

test('two answers are the same whatever the order of their parts', () => {
  expect(sameAnswer([{ region: 'si-left', strength: 3 }], [{ strength: 3, region: 'si-left' }])).toBe(true)
  expect(sameAnswer(['fever'], ['none'])).toBe(false)
  expect(sameAnswer(undefined, undefined)).toBe(true)
})
