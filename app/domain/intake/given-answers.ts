import { applies } from './condition'
import { type Answers, type Instrument, type InstrumentQuestion, instrument } from './instrument'
import { visibleQuestions } from './visible-questions'

/**
 * The answers that count: those to questions that apply, and what was done and found before. What was answered before
 * another answer made its question fall away is left out.
 */
export function givenAnswers(
  answers: Answers,
  which: Instrument = instrument,
  visible: readonly InstrumentQuestion[] = visibleQuestions(answers, which),
): Answers {
  const found = which.questions.filter(({ staysWhen }) => staysWhen !== undefined && applies(staysWhen, answers))
  const keys = new Set([...visible, ...found].map(({ key }) => key))
  const given = which.questions.filter(({ key }) => keys.has(key) && answers[key] !== undefined)
  return Object.fromEntries(given.map(({ key }) => [key, answers[key]])) as Answers
}
