import { givenAnswers } from './given-answers'
import { type Answers, type Instrument, instrument, type QuestionKey, questionOf } from './instrument'
import { intakeProblems } from './intake-problems'
import { slugOfQuestion } from './steps'
import { openQuestions } from './visible-questions'

/** One thing to answer or to repair before the answers can be sent; `slug` is its page. */
export type OpenPoint = { readonly key: QuestionKey; readonly slug: string; readonly message: string }

/** Everything that keeps an intake from being sent on the day `asOf` (YYYY-MM-DD). Empty: it can be sent. */
export function openBeforeSending(answers: Answers, asOf: string, which: Instrument = instrument): OpenPoint[] {
  const given = givenAnswers(answers, which)
  const open = openQuestions(answers, which).map(({ key }) => ({ key, message: questionOf(key, which).label }))
  const problems = intakeProblems(given, asOf, which).map(({ key, message }) => ({ key, message }))
  return [...open, ...problems].map((point) => ({ ...point, slug: slugOfQuestion(point.key, which) }))
}
