import { z } from 'zod'
import { type Answers, type Instrument, instrument } from './instrument'
import { intakeIssues } from './intake-issues'

/** A complete intake, keyed by question key. Questions that apply and are required must be there; unknown keys are refused. */
export function intakeSchemaOf(which: Instrument) {
  return z.unknown().transform((input, context): Answers => {
    const issues = intakeIssues(input, which)
    for (const { path, message } of issues) context.addIssue({ code: 'custom', path: [...path], message })
    return issues.length > 0 ? z.NEVER : (input as Answers)
  })
}

/** A complete intake of the current version. */
export const intakeSchema = intakeSchemaOf(instrument)
