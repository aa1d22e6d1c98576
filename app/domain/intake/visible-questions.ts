import { applies } from './condition'
import { type Answers, type Instrument, type InstrumentQuestion, instrument } from './instrument'

/** Questions that apply, in order. A condition only looks at questions that apply themselves. */
export function visibleQuestions(answers: Answers, which: Instrument = instrument): InstrumentQuestion[] {
  const seen: { [key: string]: unknown } = {}
  return which.questions.filter((question) => {
    if (!applies(question.appliesWhen, seen)) return false
    const answer = answers[question.key]
    if (answer !== undefined) seen[question.key] = answer
    return true
  })
}

/** What still must be answered before the intake can be sent. */
export function openQuestions(answers: Answers, which: Instrument = instrument): InstrumentQuestion[] {
  return visibleQuestions(answers, which).filter((question) => question.required && answers[question.key] === undefined)
}
