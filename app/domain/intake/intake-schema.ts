import { z } from 'zod'
import { answerSchema } from './answer-schema'
import { type Answers, instrument } from './instrument'
import { contradictions } from './intake-problems'
import { visibleQuestions } from './visible-questions'

const shape = Object.fromEntries(
  instrument.questions.map((question) => {
    const schema = answerSchema(question.key)
    return [question.key, question.required && !question.appliesWhen ? schema : schema.optional()]
  }),
)

/** The plain object without the rules that look at several answers; the JSON Schema is printed from it. */
export const intakeObject = z.strictObject(shape)

/** A complete intake, keyed by question key. Questions that apply and are required must be there; unknown keys are refused. */
export const intakeSchema = intakeObject.transform((value, context): Answers => {
  const answers: Answers = value
  for (const question of visibleQuestions(answers)) {
    if (!question.required || answers[question.key] !== undefined) continue
    context.addIssue({ code: 'custom', path: [question.key], message: `Required here: ${question.label}` })
  }
  for (const problem of contradictions(answers)) {
    context.addIssue({ code: 'custom', path: [problem.key], message: problem.message })
  }
  return answers
})
