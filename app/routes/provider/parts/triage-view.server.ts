import { intakeSummary } from '~/domain/chart/intake-summary'
import { examCount } from '~/domain/exam/exam-count'
import type { TestGates } from '~/domain/exam/gates-of'
import { gatesOf } from '~/domain/exam/gates-of'
import { manoeuvres } from '~/domain/exam/manoeuvres'
import { instrumentOf } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { dayOf } from '~/domain/time/day-of'
import { blockersNow } from '~/domain/triage/blockers-now'
import { readFacts } from '~/domain/triage/facts'
import { flagCodes } from '~/domain/triage/flag-codes'
import { completenessOf, openToAsk } from '~/domain/triage/open-to-ask'
import { payerChecklist, policyFor } from '~/domain/triage/payer-checklist'
import { ruleSet } from '~/domain/triage/rule-set'
import { ruleSetOf } from '~/domain/triage/rule-sets'
import type { Reason, TriageResult } from '~/domain/triage/triage-result'
import { emergencyTextFor } from '~/domain/urgent/emergency-text-for'
import type { ReadTriage } from '~/features/triage/read-triage.server'
import { historyView } from './history-view.server'
import { reasonView, saidTo } from './reason-view.server'
import type { PayerView, ReasonView, TriageView } from './triage-view'

type Told = { readonly rules: string; readonly instrument: string; readonly live: ReadonlySet<string> }
type Wish = {
  readonly me: string
  readonly now: Date
  readonly zone: string
  /** The plan whose list is shown instead of the person's own. */
  readonly policy: string | null
}

function payerView({ standing, context }: ReadTriage, told: Told, policy: string | null): PayerView {
  const { policies } = ruleSet
  const findings = standing.exam.findings.map(({ reason: _words, ...finding }) => finding)
  const facts = readFacts(standing.answers, { ...context, ...(findings.length > 0 ? { exam: { findings } } : {}) })
  const { answers } = facts
  const own = policyFor(policies, answers)
  const chosen = policies.find((one) => one.id === policy) ?? own
  const items = payerChecklist(facts, chosen).map(({ id, status, evidence }) => {
    const item = chosen.items.find((one) => one.id === id)
    return {
      id,
      status,
      requirement: item?.requirement ?? null,
      shows: evidence,
      unverified: item?.unverified ?? null,
      said: saidTo(item?.asks ?? [], answers, told.instrument, told.live),
      evidence: item?.evidence ?? [],
    }
  })
  return {
    policyId: chosen.id,
    title: chosen.title,
    version: chosen.version,
    policies: policies.map(({ id, title }) => ({ id, title })),
    items,
  }
}

function readingView(result: TriageResult, urgency: TriageView['urgency'], told: Told): TriageView['reading'] {
  const rules = ruleSetOf(result.rulesetVersion) ?? ruleSet
  const view = (reason: Reason): ReasonView => reasonView(reason, told)
  const of = (effect: Reason['effect']) => result.si.reasons.filter((reason) => reason.effect === effect).map(view)
  const { tier, score, probability, examDone } = result.si
  return {
    urgency: { tier: result.urgency.tier, reasons: result.urgency.reasons.map(view) },
    si: {
      tier,
      score,
      probability: probability ?? null,
      examDone,
      gate: of('gate'),
      support: of('support'),
      against: of('against'),
      checkedAgainst: rules.si.scores.filter((rule) => rule.points < 0).length,
      thresholds: rules.si.thresholds,
    },
    mimics: result.ddx.map(({ code, reasons }) => ({ code, reasons: reasons.map(view) })),
    blockers: blockersNow(result.blockers, urgency).map(({ code, resolver, reasons }) => ({
      code,
      resolver,
      reasons: reasons.map(view),
    })),
    notes: result.notes,
    missing: result.missing,
    rulesetVersion: result.rulesetVersion,
    inputHash: result.inputHash,
    asOf: result.asOf,
  }
}

function examView({ file, standing, visit }: ReadTriage, wish: Wish): TriageView['exam'] {
  const together = visit?.state === 'in_visit' && visit.providerId === wish.me
  const facts = {
    answers: standing.answers,
    today: dayOf(wish.now, wish.zone),
    bornOn: file.patient.bornOn,
    urgency: standing.urgency,
    codes: standing.reading?.urgency.codes ?? [],
    company: together ? visit.company : null,
  }
  const gates: { [test: string]: TestGates } = {}
  for (const one of manoeuvres) gates[one.id] = gatesOf(one, facts)
  const side = file.side === 'left' || file.side === 'right' || file.side === 'both' ? file.side : null
  return {
    findings: standing.exam.findings,
    count: examCount(standing.exam.findings, standing.answers),
    gates,
    side,
    byVideo: together,
  }
}

function callsView({ standing, calls }: ReadTriage, wish: Wish): TriageView['calls'] {
  const asOf = dayOf(wish.now, wish.zone)
  return calls.map((call) => ({
    id: call.id,
    urgency: call.urgency,
    mine: call.ownerId === wish.me,
    owned: call.ownerId !== null,
    dueAt: call.dueAt,
    text: call.urgency === 'emergency' ? emergencyTextFor(call, standing.answers, asOf) : null,
  }))
}

/** Everything the intake's page and the visit show of an intake, most urgent first, each reason with what it opens to. */
export function triageView(read: ReadTriage, wish: Wish): TriageView {
  const { file, standing, papers, visit } = read
  const { answers, reading } = standing
  const version = file.instrumentVersion
  const live = new Set(file.readings.flatMap((one) => Object.keys(one.answers ?? {})))
  const told: Told = { rules: reading?.rulesetVersion ?? ruleSet.version, instrument: version, live }
  const summaryDay = dayOf(file.submittedAt ?? file.savedAt, wish.zone)
  return {
    intakeId: file.id,
    patient: { id: file.patient.id, name: file.patient.name, bornOn: file.patient.bornOn },
    side: file.side,
    filledBy: file.filledBy,
    startedAt: file.startedAt,
    savedAt: file.savedAt,
    sentAt: file.submittedAt,
    instrumentVersion: version,
    summary: intakeSummary(file.answers, summaryDay, instrumentOf(version)),
    completeness: completenessOf(answers, version),
    papers,
    urgency: standing.urgency,
    siPattern: standing.siPattern,
    seen: standing.newest,
    reading: reading ? readingView(reading, standing.urgency, told) : null,
    payer: payerView(read, told, wish.policy),
    items: standing.items,
    open: openToAsk(answers, version).map(({ question, why, safety }) => ({
      key: question.key,
      label: question.label,
      hint: question.hint ?? null,
      kind: question.kind,
      options: optionsOf(question),
      why,
      safety,
    })),
    history: historyView(file, live, wish.me),
    exam: examView(read, wish),
    calls: callsView(read, wish),
    flags: flagCodes,
    visit: visit
      ? { id: visit.id, startsAt: visit.startsAt, running: visit.state === 'in_visit' && visit.providerId === wish.me }
      : null,
  }
}
