import { describe, expect, test } from 'vitest'
import { examples } from './examples'
import { instrumentOf, questionOf } from './instrument'
import {
  firstOpenPhoneQuestion,
  nextPhoneQuestion,
  phoneProgress,
  phoneQuestion,
  phoneQuestions,
  previousPhoneQuestion,
  readAloud,
  wordsBeside,
} from './phone-questions'
import { versions } from './versions'
import { visibleQuestions } from './visible-questions'

const { answers } = examples.rightSided

describe.each(versions)('the questions of %s, by phone', (version) => {
  const which = instrumentOf(version)

  test('leave out nothing that is required', () => {
    const asked = new Set(phoneQuestions(answers, which).map(({ question }) => question.key))
    const left = visibleQuestions(answers, which).filter(({ key }) => !asked.has(key))
    expect(left.filter(({ required }) => required)).toEqual([])
  })

  test('follow each other to the end and back', () => {
    const asked = phoneQuestions(answers, which).map(({ question }) => question.key)
    for (const [at, key] of asked.entries()) {
      expect(nextPhoneQuestion(answers, key, which)?.question.key).toBe(asked[at + 1])
      expect(previousPhoneQuestion(answers, key, which)?.question.key).toBe(asked[at - 1])
    }
  })

  test('say nothing about tapping, typing or a screen', () => {
    for (const { question } of phoneQuestions(answers, which))
      expect(readAloud(question), question.key).not.toMatch(/\b(tap|type|click|screen|tick)\b/i)
  })
})

test('a call goes on at the first open question, and ends where none is left', () => {
  expect(firstOpenPhoneQuestion({})?.question.key).toBe('whoAnswers')
  expect(firstOpenPhoneQuestion({ whoAnswers: 'with_help' })?.question.key).toBe('birthDate')
  expect(phoneProgress({ whoAnswers: 'with_help' }).words).toMatch(/^Part 1 of 6: Safety · question 2 of \d+$/)
})

test('a question that an answer opened comes right after it', () => {
  const asked = { ...answers, fever: 'yes' as const }
  expect(phoneQuestion(answers, 'feverSince')).toBeUndefined()
  expect(nextPhoneQuestion(asked, 'fever')?.question.key).toBe('feverSince')
})

test('added words go to the words of their own part, and nowhere from a question that takes words itself', () => {
  expect(wordsBeside(questionOf('fever'))?.key).toBe('safetyWords')
  expect(wordsBeside(questionOf('safetyWords'))).toBeNull()
  expect(wordsBeside(questionOf('payerKind'))).toBeNull()
})
