import { urgencyRules } from './rules-urgency'

/** What a clinician can fear: every flag of the rules, each once, in their order. */
export const flagCodes: readonly string[] = [
  ...new Set(urgencyRules.flatMap((rule) => rule.codes).filter((code) => code.startsWith('redflag:'))),
]
