import { type Answers, instrument } from '~/domain/intake/instrument'
import { type Facts, readFacts } from './facts'
import { holds } from './holds'
import { inputHash } from './input-hash'
import { judgeBlockers, thinnerKnown } from './judge-blockers'
import { judgeDdx } from './judge-ddx'
import { judgeSi } from './judge-si'
import { judgeUrgency } from './judge-urgency'
import { reasonOf } from './reason-of'
import type { NoteRule } from './rule'
import { ruleSetHash } from './rule-set-hash'
import { ruleSet as rulesInForce, type RuleSet } from './rule-set'
import { payerChecklist, policyFor } from './payer-checklist'
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

function reasonsOfNotes(noted: readonly NoteRule[], facts: Facts): TriageResult['noteReasons'] {
  return [...new Set(noted.map((rule) => rule.note))].map((note) => ({
    note,
    reasons: noted.filter((rule) => rule.note === note).map((rule) => reasonOf(rule, 'yes', facts, 'support')),
  }))
}

/** Findings and keys taken back are sets, too. */
function orderly(context: TriageContext): TriageContext {
  const { exam, corrected } = context
  if (!exam && !corrected) return context
  const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)
  return {
    ...context,
    ...(exam ? { exam: { findings: exam.findings.toSorted(byText) } } : {}),
    ...(corrected ? { corrected: [...new Set(corrected)].toSorted() } : {}),
  }
}

function hashOf(answers: Answers, context: TriageContext, ruleSet: RuleSet): string {
  const { instrumentVersion, ...known } = context
  const content = ruleSet.format === 1 ? [] : [ruleSetHash(ruleSet)]
  return inputHash({
    answers,
    context: known,
    instrument: instrumentVersion ?? instrument.version,
    ruleSet: [ruleSet.id, ruleSet.version, ...content],
  })
}

/**
 * Reads an intake with one version of the rules. Pure: the only clock is context.asOf. The tier is the highest that fires;
 * "not sure" on an emergency item is at least same day; an open required question is listed in missing and counts as unknown.
 * Answers of questions that do not apply now count nowhere, from format 2 on.
 */
export function triage(given: Answers, known: TriageContext, ruleSet: RuleSet = rulesInForce): TriageResult {
  const context = orderly(known)
  const facts = readFacts(inOrder(given), context, ruleSet.format === 1 ? 'all' : 'visible')
  const { answers } = facts
  const urgency = judgeUrgency(ruleSet, facts, thinnerKnown(ruleSet, facts))
  const policy = policyFor(ruleSet.policies, answers)
  const noted = ruleSet.notes.filter((rule) => holds(rule.when, facts) === 'yes')
  const notes = [...new Set(noted.map((rule) => rule.note))]
  return {
    rulesetVersion: ruleSet.version,
    inputHash: hashOf(answers, context, ruleSet),
    asOf: context.asOf,
    urgency,
    si: judgeSi(ruleSet.si, facts, urgency),
    ddx: judgeDdx(ruleSet, facts, urgency),
    blockers: judgeBlockers(ruleSet, facts, urgency, policy),
    payer: { policyId: policy.id, policyVersion: policy.version, items: payerChecklist(facts, policy) },
    notes,
    ...(ruleSet.format === 1 ? {} : { noteReasons: reasonsOfNotes(noted, facts) }),
    missing: facts.asked.filter(({ key, required }) => required && answers[key] === undefined).map(({ key }) => key),
    actions: actionsOf[urgency.tier],
  }
}
