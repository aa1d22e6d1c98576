import { emptyMessage } from './empty-message'
import { questionOf } from './instrument'
import type { QuestionKey } from './instrument'

/** How to repair what was written: the answer's own message, but never a format that a form's fields write by themselves. */
export function wrongMessage(key: QuestionKey, message: string): string {
  const question = questionOf(key)
  return question.kind === 'date' || question.kind === 'partial-date' ? emptyMessage(question) : message
}
