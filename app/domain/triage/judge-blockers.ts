import type { Facts } from './facts'
import { findWords } from './find-words'
import type { Urgency } from './judge-urgency'
import { reasonOf, reasonOfWords } from './reason-of'
import type { BlockerRule } from './rule'
import type { RuleSet } from './rule-set'
import { payerGapRules, type PayerPolicy } from './rules-payer'
import type { Reason, Resolver, TriageResult } from './triage-result'

type Blocked = { readonly code: string; readonly resolver: Resolver; readonly reason: Reason }

function blockedBy(rule: BlockerRule, facts: Facts): Blocked[] {
  const fact = rule.when(facts)
  if (fact === 'no') return []
  return [{ code: rule.code, resolver: rule.resolver, reason: reasonOf(rule, fact, facts.answers, 'block') }]
}

const thinnerCode = 'block:anticoagulant_review'

/** Whether the answers themselves already name a blood thinner, so that its name in a free text tells nothing new. */
export function thinnerKnown(ruleSet: RuleSet, facts: Facts): boolean {
  return ruleSet.blockers.some((rule) => rule.code === thinnerCode && rule.when(facts) !== 'no')
}

function openFlag(urgency: Urgency): Blocked[] {
  const [first] = urgency.reasons
  if (urgency.tier === 'routine' || !first) return []
  const reason: Reason = { ...first, effect: 'block', text: `Open: ${first.text}` }
  return [{ code: 'block:redflag_open', resolver: 'clinician', reason }]
}

/** One entry per code with all its reasons, in the order of the rules. */
export function judgeBlockers(
  ruleSet: RuleSet,
  facts: Facts,
  urgency: Urgency,
  policy: PayerPolicy,
): TriageResult['blockers'] {
  const named = thinnerKnown(ruleSet, facts) ? [] : findWords(facts.answers, [ruleSet.words.thinners])
  const all: Blocked[] = [
    ...openFlag(urgency),
    ...[...ruleSet.blockers, ...payerGapRules(policy)].flatMap((rule) => blockedBy(rule, facts)),
    ...named.map((finding): Blocked => ({
      code: thinnerCode,
      resolver: 'clinician',
      reason: { ...reasonOfWords(finding), effect: 'block' },
    })),
  ]
  return [...new Set(all.map((each) => each.code))].map((code) => {
    const same = all.filter((each) => each.code === code)
    return { code, resolver: same[0]?.resolver ?? 'clinician', reasons: same.map((each) => each.reason) }
  })
}
