import { visibleQuestions } from '~/domain/intake/visible-questions'
import { cite } from './citations'
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

/** An emergency item without a sure answer is a call today, also where no rule could say so. */
function raisedByOpenItems({ urgency }: RuleSet, facts: Facts, raised: readonly Raised[]): Raised[] {
  const urgent = raised.filter((each) => each.tier === 'same_day' || each.tier === 'emergency')
  const heard = new Set(urgent.map((each) => each.reason.ruleId))
  return visibleQuestions(facts.answers).flatMap((question): Raised[] => {
    const answer: unknown = facts.answers[question.key]
    const sure = answer !== undefined && ![answer].flat().includes('not_sure')
    const asking = urgency.filter((rule) => rule.asks.includes(question.key))
    if (!question.emergency || sure || asking.some((rule) => heard.has(rule.id))) return []
    const because = `A safety question without a sure answer: ${question.label}`
    const rule = { id: 'RF-00', because, asks: [question.key], evidence: [cite.clinicRule] }
    return [{ tier: 'same_day', codes: asking[0]?.codes ?? [], reason: reasonOf(rule, 'yes', facts.answers, 'raise') }]
  })
}

/** The highest tier of everything that fires; reasons and codes most urgent first. Nothing here lowers a tier. */
export function judgeUrgency(ruleSet: RuleSet, facts: Facts, thinnerKnown: boolean): Urgency {
  const { words } = ruleSet
  const net = thinnerKnown ? words.net : [...words.net, words.thinners]
  const fromWords = findWords(facts.answers, net).map((finding): Raised => ({
    tier: finding.keyword.tier,
    codes: finding.keyword.codes,
    reason: reasonOfWords(finding),
  }))
  const fromRules = [...ruleSet.urgency.flatMap((rule) => raisedBy(rule, facts)), ...fromWords]
  const raised = [...fromRules, ...raisedByOpenItems(ruleSet, facts, fromRules)]
  const sorted = raised.toSorted((one, other) => tiers.indexOf(other.tier) - tiers.indexOf(one.tier))
  return {
    tier: raised.reduce<Tier>((tier, each) => higher(tier, each.tier), 'routine'),
    codes: [...new Set(sorted.flatMap((each) => each.codes))],
    reasons: sorted.map((each) => each.reason),
  }
}
