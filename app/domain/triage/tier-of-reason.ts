import type { RuleSet } from './rule-set'
import { higher, type Reason, type Tier } from './triage-result'

type Tiers = Pick<RuleSet, 'urgency' | 'words'>

/**
 * The tier to which one reason raises by itself: that of its rule, or, where nobody was sure, the rule's own tier for that.
 * A reason that no rule of the set gives is a safety question without a sure answer: the same day.
 */
export function tierOfReason(reason: Pick<Reason, 'ruleId' | 'text'>, { urgency, words }: Tiers): Tier {
  const rules = urgency.filter((rule) => rule.id === reason.ruleId)
  const rule = rules.find((each) => each.because === reason.text)
  if (rule) return rule.tier
  const [unsure] = rules
  if (unsure) return unsure.unsure ?? (unsure.tier === 'emergency' ? 'same_day' : unsure.tier)
  const keyword = [...words.keywords, words.thinners].find((each) => each.id === reason.ruleId)
  return keyword?.tier ?? 'same_day'
}

/** The highest tier that these reasons raise to. */
export function tierOfReasons(reasons: readonly Pick<Reason, 'ruleId' | 'text'>[], ruleSet: Tiers): Tier {
  return reasons.reduce<Tier>((tier, reason) => higher(tier, tierOfReason(reason, ruleSet)), 'routine')
}
