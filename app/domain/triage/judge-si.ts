import type { Facts } from './facts'
import { reasonOf } from './reason-of'
import type { SiRules } from './rules-si'
import { type Reason, type SiTier, siTiers, type TriageResult } from './triage-result'
import type { Urgency } from './judge-urgency'

type Gate = 'open' | 'ajar' | 'closed'

function gateOf(facts: Facts): Gate {
  if (facts.mainIs('si-gate') === 'yes') return 'open'
  return facts.mainIs('midline-below-l5') === 'yes' ? 'ajar' : 'closed'
}

const gateWords: Record<Gate, string> = {
  open: 'Gate open: the worst pain is at the dimple, or in the upper or middle buttock',
  ajar: 'Gate half open: the worst pain is in the middle, at or below the belt line. At most possible',
  closed: 'Gate closed: the worst pain is not at the dimple, or in the upper or middle buttock',
}

/** Reasons with the points they really add: a group stops at its limit. */
function scored(rules: SiRules, facts: Facts): Reason[] {
  const used: { [group: string]: number } = {}
  return rules.scores.flatMap((rule) => {
    if (rule.when(facts) !== 'yes') return []
    const limit = rule.group === undefined ? undefined : rules.groupLimits[rule.group]
    const before = used[rule.group ?? ''] ?? 0
    const points = limit === undefined ? rule.points : Math.max(0, Math.min(rule.points, limit - before))
    if (rule.group !== undefined) used[rule.group] = before + points
    return [reasonOf(rule, 'yes', facts.answers, rule.points > 0 ? 'support' : 'against', points)]
  })
}

function tierOf({ thresholds }: SiRules, score: number, gate: Gate): SiTier {
  if (gate === 'closed' || score < thresholds.possible) return 'unlikely'
  return score >= thresholds.likely && gate === 'open' ? 'likely' : 'possible'
}

const atMost = (tier: SiTier, cap: SiTier) => (siTiers.indexOf(tier) > siTiers.indexOf(cap) ? cap : tier)
const atLeast = (tier: SiTier, floor: SiTier) => (siTiers.indexOf(tier) < siTiers.indexOf(floor) ? floor : tier)

/** Pattern from the answers alone: for attention and scheduling, never a diagnosis. No probability without an exam. */
export function judgeSi(rules: SiRules, facts: Facts, urgency: Urgency): TriageResult['si'] {
  const gate = gateOf(facts)
  const reasons = scored(rules, facts)
  const score = reasons.reduce((sum, reason) => sum + (reason.points ?? 0), 0)
  const bounds: Reason[] = [reasonOf({ ...rules.gate, because: gateWords[gate] }, 'yes', facts.answers, 'gate')]
  let tier = tierOf(rules, score, gate)
  if (rules.floor.when(facts) === 'yes') {
    tier = atLeast(tier, rules.floor.to)
    bounds.push(reasonOf(rules.floor, 'yes', facts.answers, 'gate'))
  }
  if (rules.cap.codes.some((code) => urgency.codes.includes(code))) {
    tier = atMost(tier, rules.cap.to)
    bounds.push(reasonOf({ ...rules.cap, asks: [] }, 'yes', facts.answers, 'gate'))
  }
  return { tier, score, reasons: [...bounds, ...reasons], examDone: false }
}
