import type { VisitKind, VisitState } from '~/domain/visit/visit'

export const kindWords: Record<VisitKind, string> = { consult: 'New consult', follow_up: 'Two-week follow-up' }

/** What a line of the day shows of a visit; `since` is when this began, where time counts. */
export type DayState = {
  kind: 'waiting' | 'away' | 'in_visit' | 'done' | 'late' | 'not_yet' | 'missed' | 'cancelled'
  since: Date | null
}

type Facts = {
  state: VisitState
  startsAt: Date
  admittedAt: Date | null
  since: Date | null
  awaySince: Date | null
}

/** Where a visit of the day stands, told by its state and the clock. */
export function dayState(visit: Facts, now: Date): DayState {
  if (visit.state === 'waiting') {
    return visit.awaySince ? { kind: 'away', since: visit.awaySince } : { kind: 'waiting', since: visit.since }
  }
  if (visit.state === 'in_visit') return { kind: 'in_visit', since: visit.admittedAt }
  if (visit.state === 'ended') return { kind: 'done', since: null }
  if (visit.state === 'no_show') return { kind: 'missed', since: null }
  if (visit.state === 'cancelled') return { kind: 'cancelled', since: null }
  return visit.startsAt < now ? { kind: 'late', since: visit.startsAt } : { kind: 'not_yet', since: null }
}
