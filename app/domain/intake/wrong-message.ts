import { emptyMessage } from './empty-message'
import { type Instrument, instrument, type QuestionKey, questionOf } from './instrument'

/** How to repair what was written: the answer's own message, but never a format that a form's fields write by themselves. */
export function wrongMessage(key: QuestionKey, message: string, which: Instrument = instrument): string {
  const question = questionOf(key, which)
  return question.kind === 'date' || question.kind === 'partial-date' ? emptyMessage(question) : message
}
