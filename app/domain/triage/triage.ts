import { type Answers, instrument } from '~/domain/intake/instrument'
import { openQuestions } from '~/domain/intake/visible-questions'
import { readFacts } from './facts'
import { inputHash } from './input-hash'
import { judgeBlockers, thinnerKnown } from './judge-blockers'
import { judgeDdx } from './judge-ddx'
import { judgeSi } from './judge-si'
import { judgeUrgency } from './judge-urgency'
import { ruleSet as rulesInForce, type RuleSet } from './rule-set'
import { payerChecklist, policyFor } from './rules-payer'
import type { Tier, TriageAction, TriageContext, TriageResult } from './triage-result'

const actionsOf: Record<Tier, readonly TriageAction[]> = {
  routine: ['action:offer_consult_booking'],
  expedited: ['action:priority_consult'],
  same_day: ['action:call_today'],
  emergency: ['action:emergency_text'],
}

/** Lists are sets: the order in which someone tapped never matters. */
function inOrder(answers: Answers): Answers {
  const rank = new Map<string, number>(instrument.questions.map((question, index) => [question.key, index]))
  const entries = Object.entries(answers).filter(([, value]) => value !== undefined)
  entries.sort(([one], [other]) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0))
  const sortKey = (value: unknown) => JSON.stringify(value)
  const sorted = entries.map(([key, value]) => [
    key,
    Array.isArray(value)
      ? (value as unknown[]).toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
      : value,
  ])
  return Object.fromEntries(sorted)
}

/**
 * Reads an intake with one version of the rules. Pure: the only clock is context.asOf. The tier is the highest that fires;
 * "not sure" on an emergency item is at least same day; an open required question is listed in missing and counts as unknown.
 */
export function triage(given: Answers, context: TriageContext, ruleSet: RuleSet = rulesInForce): TriageResult {
  const answers = inOrder(given)
  const facts = readFacts(answers, context)
  const urgency = judgeUrgency(ruleSet, facts, thinnerKnown(ruleSet, facts))
  const policy = policyFor(ruleSet.policies, answers)
  const notes = ruleSet.notes.filter((rule) => rule.when(facts) === 'yes').map((rule) => rule.note)
  return {
    rulesetVersion: ruleSet.version,
    inputHash: inputHash({ answers, context, instrument: instrument.version, ruleSet: [ruleSet.id, ruleSet.version] }),
    asOf: context.asOf,
    urgency,
    si: judgeSi(ruleSet.si, facts, urgency),
    ddx: judgeDdx(ruleSet, facts, urgency),
    blockers: judgeBlockers(ruleSet, facts, urgency, policy),
    payer: { policyId: policy.id, policyVersion: policy.version, items: payerChecklist(facts, policy) },
    notes: [...new Set(notes)],
    missing: openQuestions(answers).map((question) => question.key),
    actions: actionsOf[urgency.tier],
  }
}
