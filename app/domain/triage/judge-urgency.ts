import { questionOf, type QuestionKey } from '~/domain/intake/instrument'
import { cite } from './citations'
import type { Expr } from './expr'
import type { Facts } from './facts'
import { findWords } from './find-words'
import { holds } from './holds'
import type { RuleSet } from './rule-set'
import { askedIn, reasonOf, reasonOfWords } from './reason-of'
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
  const fact = holds(rule.when, facts, 'no')
  if (fact === 'no') return []
  const tier = fact === 'yes' ? rule.tier : unsureTier(rule)
  if (tier === 'routine') return []
  return [{ tier, codes: rule.codes, reason: reasonOf(rule, fact, facts, 'raise') }]
}

/** A safety question without a sure answer, and an emergency answer taken back, are a call today, also where no rule could say so. */
function raisedByOpenItems(ruleSet: RuleSet, facts: Facts, raised: readonly Raised[]): Raised[] {
  const urgent = raised.filter((each) => each.tier === 'same_day' || each.tier === 'emergency')
  const heard = new Set(urgent.map((each) => each.reason.ruleId))
  const unsure = facts.asked.filter((question) => {
    if (!question.emergency) return false
    const answer: unknown = facts.answers[question.key]
    if (answer !== undefined && ![answer].flat().includes('not_sure')) return false
    const asking = ruleSet.urgency.filter((rule) => rule.asks.includes(question.key))
    return !asking.some((rule) => heard.has(rule.id))
  })
  const back = facts.context.corrected ?? []
  return [
    ...unsure.filter(({ key }) => !back.includes(key)).map(({ key }) => callAbout(ruleSet, facts, key, ruleSet.open)),
    ...back.map((key) => callAbout(ruleSet, facts, key, takenBack)),
  ]
}

const takenBack = {
  id: 'RF-00-taken-back',
  because: 'An emergency answer was taken back as a wrong tap',
  evidence: [cite.clinicRule],
}

function callAbout({ urgency, words }: RuleSet, facts: Facts, key: QuestionKey, why: RuleSet['open']): Raised {
  const question = questionOf(key, askedIn(facts, key))
  const asking = urgency.filter((rule) => rule.asks.includes(key))
  const inWords = words.keywords.find((keyword) => keyword.tier === 'emergency')
  const codes = asking[0]?.codes ?? (question.kind === 'text' ? inWords?.codes : undefined) ?? []
  const rule = { ...why, because: `${why.because}: ${question.label}`, asks: [key] }
  return { tier: 'same_day', codes, reason: reasonOf(rule, 'yes', facts, 'raise') }
}

/** The highest tier of everything that fires; reasons and codes most urgent first. Nothing here lowers a tier. */
export function judgeUrgency(ruleSet: RuleSet, facts: Facts, thinnerKnown: boolean): Urgency {
  const { words } = ruleSet
  const given = thinnerKnown ? words.keywords : [...words.keywords, words.thinners]
  const keywords = given.filter(({ when }) => !when || holds(when, facts) !== 'no')
  const answered = (when: Expr) => holds(when, facts) === 'yes'
  const fromWords = findWords(facts.answers, { ...words, keywords, answered }).map((finding): Raised => ({
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
