import type { Option, PlainLabels, Question } from './question'

/** What the three plain answers are called in English. */
export const plainLabels: PlainLabels = { yes: 'Yes', no: 'No', not_sure: 'Not sure' }

/** What a person can choose from, "Not sure" included where the question has it. Empty for every other kind. */
export function optionsOf(question: Question): readonly Option[] {
  if (question.kind === 'choice' || question.kind === 'multi-choice') return question.options
  if (question.kind !== 'yes-no-unsure') return []
  const labels = question.plainLabels ?? plainLabels
  return [
    { value: 'yes', label: labels.yes },
    { value: 'no', label: labels.no },
    { value: 'not_sure', label: question.notSureLabel ?? labels.not_sure },
  ]
}
