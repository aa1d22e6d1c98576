import { type Answers, type Instrument, instrument } from './instrument'
import { visibleQuestions } from './visible-questions'

/** The answers to questions that apply. What was answered before another answer made its question fall away is left out. */
export function givenAnswers(answers: Answers, which: Instrument = instrument): Answers {
  const given = visibleQuestions(answers, which).filter(({ key }) => answers[key] !== undefined)
  return Object.fromEntries(given.map(({ key }) => [key, answers[key]])) as Answers
}
