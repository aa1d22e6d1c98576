import type { Answers } from './instrument'
import { visibleQuestions } from './visible-questions'

/** The answers to questions that apply. What was answered before another answer made its question fall away is left out. */
export function givenAnswers(answers: Answers): Answers {
  const given = visibleQuestions(answers).filter(({ key }) => answers[key] !== undefined)
  return Object.fromEntries(given.map(({ key }) => [key, answers[key]])) as Answers
}
