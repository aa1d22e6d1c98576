import type { InstrumentQuestion } from './instrument'
import { optionsOf } from './options-of'

/** How to repair a required question without an answer. */
export function emptyMessage(question: InstrumentQuestion): string {
  switch (question.kind) {
    case 'yes-no-unsure':
    case 'choice': {
      const unsure = optionsOf(question).some(({ value }) => value === 'not_sure')
      return unsure ? 'Choose one. “Not sure” is a fine answer.' : 'Choose one.'
    }
    case 'multi-choice':
      return 'Choose at least one. “None” is a fine answer.'
    case 'number':
      return question.lowLabel ? `Choose a number from ${question.min} to ${question.max}` : 'Write a number, like 6'
    case 'date':
      return 'Add the day, month and year'
    case 'partial-date':
      return 'Add the year, like 2026'
    case 'regions':
      return 'Mark at least one place'
    case 'region':
      return 'Choose the place that hurts most'
    case 'files':
      return 'Hand in at least one paper'
    case 'consent':
      return 'Tick the box if you agree'
    case 'text':
      return question.autoComplete === 'name' ? 'Type your full name to sign' : 'Write a few words'
    default:
      return 'Answer this question'
  }
}
