import type { Option, Question } from './question'

/** What a person can choose from, "Not sure" included where the question has it. Empty for every other kind. */
export function optionsOf(question: Question): readonly Option[] {
  if (question.kind === 'choice' || question.kind === 'multi-choice') return question.options
  if (question.kind !== 'yes-no-unsure') return []
  return [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
    { value: 'not_sure', label: question.notSureLabel ?? 'Not sure' },
  ]
}
