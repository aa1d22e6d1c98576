import type { Facts } from './facts'
import { holds } from './holds'
import { painfulSide } from './canonical-tests'
import { judgeExam } from './judge-exam'
import { reasonOf } from './reason-of'
import type { SiRules } from './rules-si'
import { type Reason, type SiTier, siTiers, type TriageResult } from './triage-result'
import type { Urgency } from './judge-urgency'

type Gate = 'open' | 'ajar' | 'closed'

function gateOf({ gate }: SiRules, facts: Facts): Gate {
  if (holds(gate.open, facts) === 'yes') return 'open'
  return holds(gate.ajar, facts) === 'yes' ? 'ajar' : 'closed'
}

/** Reasons with the points they really add: a group stops at its limit. */
function scored(rules: SiRules, facts: Facts): Reason[] {
  const used: { [group: string]: number } = {}
  return rules.scores.flatMap((rule) => {
    if (holds(rule.when, facts) !== 'yes') return []
    const limit = rule.group === undefined ? undefined : rules.groupLimits[rule.group]
    const before = used[rule.group ?? ''] ?? 0
    const points = limit === undefined ? rule.points : Math.max(0, Math.min(rule.points, limit - before))
    if (rule.group !== undefined) used[rule.group] = before + points
    return [reasonOf(rule, 'yes', facts, rule.points > 0 ? 'support' : 'against', points)]
  })
}

function tierOf({ thresholds }: SiRules, score: number, gate: Gate): SiTier {
  if (gate === 'closed' || score < thresholds.possible) return 'unlikely'
  return score >= thresholds.likely && gate === 'open' ? 'likely' : 'possible'
}

const atMost = (tier: SiTier, cap: SiTier) => (siTiers.indexOf(tier) > siTiers.indexOf(cap) ? cap : tier)
const atLeast = (tier: SiTier, floor: SiTier) => (siTiers.indexOf(tier) < siTiers.indexOf(floor) ? floor : tier)

/**
 * The pattern, for attention and scheduling, never a diagnosis: gate and points of the answers, the floor of inflammatory
 * pain, then what an exam found, then the cap of an open flag. No probability without an exam that counts.
 */
export function judgeSi(rules: SiRules, facts: Facts, urgency: Urgency): TriageResult['si'] {
  const gate = gateOf(rules, facts)
  const reasons = scored(rules, facts)
  const score = reasons.reduce((sum, reason) => sum + (reason.points ?? 0), 0)
  const bounds: Reason[] = [reasonOf({ ...rules.gate, because: rules.gate.words[gate] }, 'yes', facts, 'gate')]
  let tier = tierOf(rules, score, gate)
  if (holds(rules.floor.when, facts) === 'yes') {
    tier = atLeast(tier, rules.floor.to)
    bounds.push(reasonOf(rules.floor, 'yes', facts, 'gate'))
  }
  const findings = facts.context.exam?.findings ?? []
  const side = painfulSide(facts.answers)
  const exam = rules.exam && judgeExam(rules.exam, findings, { tier, gateOpen: gate === 'open', side })
  tier = exam?.tier ?? tier
  if (rules.cap.codes.some((code) => urgency.codes.includes(code))) {
    tier = atMost(tier, rules.cap.to)
    bounds.push(reasonOf({ ...rules.cap, asks: [] }, 'yes', facts, 'gate'))
  }
  return {
    tier,
    score,
    ...(exam?.probability ? { probability: exam.probability } : {}),
    reasons: [...(exam?.reasons ?? []), ...bounds, ...reasons],
    examDone: exam?.done ?? false,
  }
}
