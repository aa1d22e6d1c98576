import type { Facts } from './facts'
import { findChecks, findWords } from './find-words'
import { holds } from './holds'
import type { Urgency } from './judge-urgency'
import { reasonOf, reasonOfWords } from './reason-of'
import type { BlockerRule } from './rule'
import type { RuleSet } from './rule-set'
import type { PayerPolicy } from './policy'
import type { Tri } from './tri'
import type { Reason, Resolver, TriageResult } from './triage-result'

type Blocked = { readonly code: string; readonly resolver: Resolver; readonly reason: Reason }

function blockedBy(rule: BlockerRule, facts: Facts): Blocked[] {
  const fact = holds(rule.when, facts)
  if (fact === 'no') return []
  return [{ code: rule.code, resolver: rule.resolver, reason: reasonOf(rule, fact, facts, 'block') }]
}

const thinnerCode = 'block:anticoagulant_review'

/**
 * Whether the answers themselves already name a blood thinner, so that its name in a free text tells nothing new. In rule
 * set 1.0.0 a blocker that nobody was sure about was enough.
 */
export function thinnerKnown({ blockers, format }: RuleSet, facts: Facts): boolean {
  const known: readonly Tri[] = format === 1 ? ['yes', 'unknown'] : ['yes']
  return blockers.some((rule) => rule.code === thinnerCode && known.includes(holds(rule.when, facts)))
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
  const named = thinnerKnown(ruleSet, facts)
    ? []
    : findWords(facts.answers, { ...ruleSet.words, keywords: [ruleSet.words.thinners] })
  const { reading, checks = [], alsoIn } = ruleSet.words
  const known = [...ruleSet.blockers, ...policy.gaps].filter((rule) => holds(rule.when, facts) === 'yes')
  const open = checks.filter(({ code, when }) => {
    if (known.some((rule) => rule.code === code)) return false
    return !when || holds(when, facts) !== 'no'
  })
  const toClarify = reading ? findChecks(facts.answers, { checks: open, reading, alsoIn }) : []
  const all: Blocked[] = [
    ...openFlag(urgency),
    ...[...ruleSet.blockers, ...policy.gaps].flatMap((rule) => blockedBy(rule, facts)),
    ...named.map((finding): Blocked => ({
      code: thinnerCode,
      resolver: 'clinician',
      reason: { ...reasonOfWords(finding), effect: 'block' },
    })),
    ...toClarify.map((finding): Blocked => ({
      code: finding.keyword.code,
      resolver: finding.keyword.resolver,
      reason: { ...reasonOfWords(finding), effect: 'block' },
    })),
  ]
  return [...new Set(all.map((each) => each.code))].map((code) => {
    const same = all.filter((each) => each.code === code)
    return { code, resolver: same[0]?.resolver ?? 'clinician', reasons: same.map((each) => each.reason) }
  })
}
