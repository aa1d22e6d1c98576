import { z } from 'zod'
import type { Answers } from './instrument'
import { intakeIssues } from './intake-issues'

/** A complete intake, keyed by question key. Questions that apply and are required must be there; unknown keys are refused. */
export const intakeSchema = z.unknown().transform((input, context): Answers => {
  const issues = intakeIssues(input)
  for (const { path, message } of issues) context.addIssue({ code: 'custom', path: [...path], message })
  return issues.length > 0 ? z.NEVER : (input as Answers)
})
