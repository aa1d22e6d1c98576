import type { Arrival } from './arrival'
import { doorsAreOpen } from './doors'
import type { GuestFacts, Line } from './stage-facts'
import type { VisitKind, VisitState } from './visit'
import type { WaitingLine } from './wait-range'

/** Everything the patient's own pages show of one visit. */
export type CareVisit = {
  readonly visitId: string
  readonly kind: VisitKind
  readonly state: VisitState
  readonly startsAt: Date
  readonly endsAt: Date
  readonly admittedAt: Date | null
  readonly patient: {
    readonly id: string
    readonly firstName: string
    readonly phone: string | null
    readonly homeState: string | null
  }
  readonly provider: {
    readonly id: string
    readonly name: string
    readonly title: string | null
    /** Whether they hold a licence where the patient says they are; null before the patient has said. */
    readonly licensedHere: boolean | null
  }
  readonly arrival: Arrival | null
  readonly waiting: { readonly since: Date; readonly awaySince: Date | null; readonly line: WaitingLine } | null
  readonly line: Line
  readonly lineSince: Date | null
  /** Where the media server is reached, or null when this deployment has none. */
  readonly mediaUrl: string | null
  readonly guests: readonly GuestFacts[]
  /** The instant these facts were read. */
  readonly asOf: Date
}

export type CareStanding = 'early' | 'open' | 'waiting' | 'in_visit' | 'ended' | 'missed' | 'cancelled'

/** Where the patient stands with a visit now: which of its pages is the right one. */
export function careStanding(visit: Pick<CareVisit, 'state' | 'startsAt'>, now: Date): CareStanding {
  switch (visit.state) {
    case 'booked':
      return doorsAreOpen(visit.startsAt, now) ? 'open' : 'early'
    case 'no_show':
      return 'missed'
    default:
      return visit.state
  }
}
