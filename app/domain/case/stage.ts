import type { ChecklistState, Decision, ProcedureState, Resolver } from './case-lists'

/** Where one conversion stands, in the order of the board. Derived from facts, never stored. */
export const stages = [
  'consult_done',
  'ordered',
  'authorised',
  'cleared',
  'booked',
  'procedure_done',
  'diary_running',
  'follow_up_done',
  'next_step',
] as const
export type Stage = (typeof stages)[number]

export type ItemFact = { code: string; state: ChecklistState; resolver: Resolver; changedAt: Date | null }

type AuthorisationFact = {
  payer: string
  sentAt: Date
  decisionDueAt: Date
  decision: Decision | null
  decidedAt: Date | null
  denialReason: string | null
  validUntil: string | null
}

export type CaseFacts = {
  consultEndedAt: Date
  noteSignedAt: Date | null
  orderedAt: Date | null
  items: readonly ItemFact[]
  /** The newest request, if any was sent. */
  authorisation: AuthorisationFact | null
  procedure: { state: ProcedureState; startsAt: Date; needleOutAt: Date | null; confirmedAt: Date | null } | null
  lastDiaryAt: Date | null
  followUp: { startsAt: Date; endedAt: Date | null } | null
  outcomeAt: Date | null
}

/** Settled in the procedure room on the day, so they do not hold a booking back. */
export const onTheDay: ReadonlySet<string> = new Set(['consent', 'side_confirmed'])

/** What must be settled before a time can be booked, apart from the payer's answer. */
export function openClearances(items: readonly ItemFact[]): ItemFact[] {
  return items.filter((item) => item.state === 'open' && item.code !== 'authorisation' && !onTheDay.has(item.code))
}

/** Since when the payer has agreed; undefined while nobody has, and the order's own time when nobody is asked. */
export function authorisedSince(facts: Pick<CaseFacts, 'items' | 'authorisation' | 'orderedAt'>): Date | undefined {
  const item = facts.items.find((one) => one.code === 'authorisation')
  if (!item || item.state === 'not_needed') return item?.changedAt ?? facts.orderedAt ?? undefined
  if (item.state !== 'done' || facts.authorisation?.decision !== 'approved') return undefined
  return facts.authorisation.decidedAt ?? undefined
}

const latest = (dates: readonly (Date | null | undefined)[]) =>
  dates.reduce<Date | undefined>((last, one) => (one && (!last || one > last) ? one : last), undefined)

/** The stage and since when: the furthest one that the facts support. */
export function stageOf(facts: CaseFacts): { stage: Stage; since: Date } {
  const { procedure, followUp } = facts
  if (facts.outcomeAt) return { stage: 'next_step', since: facts.outcomeAt }
  if (procedure?.state === 'done' && followUp?.endedAt) return { stage: 'follow_up_done', since: followUp.endedAt }
  if (procedure?.state === 'done') {
    const doneAt = procedure.needleOutAt ?? procedure.startsAt
    return facts.lastDiaryAt ? { stage: 'diary_running', since: doneAt } : { stage: 'procedure_done', since: doneAt }
  }
  const authorised = authorisedSince(facts)
  const cleared = openClearances(facts.items).length === 0
  if (procedure?.state === 'booked') return { stage: 'booked', since: procedure.startsAt }
  if (authorised && cleared) {
    return { stage: 'cleared', since: latest([authorised, ...facts.items.map((item) => item.changedAt)]) ?? authorised }
  }
  if (authorised) return { stage: 'authorised', since: authorised }
  if (facts.orderedAt) return { stage: 'ordered', since: facts.orderedAt }
  return { stage: 'consult_done', since: facts.consultEndedAt }
}
