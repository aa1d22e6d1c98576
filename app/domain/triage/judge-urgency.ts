import type { Facts } from './facts'
import { findWords } from './find-words'
import type { RuleSet } from './rule-set'
import { reasonOf, reasonOfWords } from './reason-of'
import type { UrgencyRule } from './rule'
import { higher, type Reason, type Tier, tiers } from './triage-result'

type Raised = { readonly tier: Tier; readonly codes: readonly string[]; readonly reason: Reason }
export type Urgency = { readonly tier: Tier; readonly codes: readonly string[]; readonly reasons: readonly Reason[] }

/** Tier of a rule that nobody is sure about: same day for an emergency, else its own. */
function unsureTier(rule: UrgencyRule): Tier {
  if (rule.unsure) return rule.unsure
  return rule.tier === 'emergency' ? 'same_day' : rule.tier
}

function raisedBy(rule: UrgencyRule, facts: Facts): Raised[] {
  const fact = rule.when(facts)
  if (fact === 'no') return []
  const tier = fact === 'yes' ? rule.tier : unsureTier(rule)
  if (tier === 'routine') return []
  return [{ tier, codes: rule.codes, reason: reasonOf(rule, fact, facts.answers, 'raise') }]
}

/** The highest tier of everything that fires; reasons and codes most urgent first. Nothing here lowers a tier. */
export function judgeUrgency({ urgency, words }: RuleSet, facts: Facts, thinnerKnown: boolean): Urgency {
  const net = thinnerKnown ? words.net : [...words.net, words.thinners]
  const fromWords = findWords(facts.answers, net).map((finding): Raised => ({
    tier: finding.keyword.tier,
    codes: finding.keyword.codes,
    reason: reasonOfWords(finding),
  }))
  const raised = [...urgency.flatMap((rule) => raisedBy(rule, facts)), ...fromWords]
  const sorted = raised.toSorted((one, other) => tiers.indexOf(other.tier) - tiers.indexOf(one.tier))
  return {
    tier: raised.reduce<Tier>((tier, each) => higher(tier, each.tier), 'routine'),
    codes: [...new Set(sorted.flatMap((each) => each.codes))],
    reasons: sorted.map((each) => each.reason),
  }
}
