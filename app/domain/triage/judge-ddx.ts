import type { Facts } from './facts'
import { holds } from './holds'
import type { Urgency } from './judge-urgency'
import { reasonOf } from './reason-of'
import type { RuleSet } from './rule-set'
import type { Reason, TriageResult } from './triage-result'

/** Other causes to look at: those a pattern names, and those an open flag is itself, with the reasons of the flag. */
export function judgeDdx(ruleSet: RuleSet, facts: Facts, urgency: Urgency): TriageResult['ddx'] {
  const found = new Map<string, Reason[]>()
  for (const rule of ruleSet.differentials) {
    if (holds(rule.when, facts) !== 'yes') continue
    const reason = reasonOf(rule, 'yes', facts, 'support')
    found.set(rule.code, [...(found.get(rule.code) ?? []), reason])
  }
  for (const [flag, code] of Object.entries(ruleSet.flagCauses)) {
    if (!urgency.codes.includes(flag)) continue
    const ids = [...ruleSet.urgency, ...ruleSet.words.keywords]
      .filter((rule) => rule.codes.includes(flag))
      .map((rule) => rule.id)
    const reasons = urgency.reasons.filter((reason) => ids.includes(reason.ruleId))
    found.set(
      code,
      reasons.map((reason) => ({ ...reason, effect: 'support' })),
    )
  }
  return [...found].map(([code, reasons]) => ({ code, reasons }))
}
