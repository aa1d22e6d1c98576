import { urgencyRules } from '~/domain/triage/rules-urgency'

export type RuleBehind = { ruleId: string; because: string; citations: readonly string[] }

/** The urgency rules that rest on this question and carry this code: what a single answer, read alone, can have raised. */
export function rulesBehind(questionKey: string | null, code: string): RuleBehind[] {
  return urgencyRules
    .filter((rule) => rule.codes.includes(code) && rule.asks.some((key) => key === questionKey))
    .map((rule) => ({
      ruleId: rule.id,
      because: rule.because,
      citations: rule.evidence.map((evidence) => evidence.citation),
    }))
}
