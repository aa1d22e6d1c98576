import type { GuestKind, VisitKind, VisitState } from './visit'
import type { Arrival } from './arrival'

export type Licence = 'licensed' | 'unlicensed' | 'overridden' | 'unknown'

/** How the two talk: by video, or by telephone inside the same visit. */
export type Line = 'video' | 'phone'

/** A guest as the provider sees them; times are null until it has happened. */
export type GuestFacts = {
  readonly id: string
  readonly kind: GuestKind
  readonly name: string
  readonly arrivedAt: Date | null
  readonly consentedAt: Date | null
  readonly refusedAt: Date | null
  readonly admittedAt: Date | null
  readonly leftAt: Date | null
}

/** Everything the provider's stage shows of one visit. */
export type StageFacts = {
  readonly visitId: string
  readonly kind: VisitKind
  readonly state: VisitState
  /** Whether the one who looks leads this visit. */
  readonly mine: boolean
  readonly patient: { readonly id: string; readonly name: string; readonly firstName: string }
  readonly provider: { readonly id: string; readonly name: string }
  readonly startsAt: Date
  readonly endsAt: Date
  readonly waitingSince: Date | null
  readonly awaySince: Date | null
  readonly lastSeenAt: Date | null
  readonly admittedAt: Date | null
  readonly endedAt: Date | null
  readonly arrival: Arrival | null
  readonly licence: Licence
  /** Codes of the states in which the visit's provider is licensed today. */
  readonly licences: readonly string[]
  readonly line: Line
  readonly lineSince: Date | null
  /** Whether this deployment has a media server. */
  readonly hasMedia: boolean
  readonly guests: readonly GuestFacts[]
  /** The instant these facts were read. */
  readonly asOf: Date
}
