import type { Tier } from '~/domain/triage/triage-result'
import type { DeviceVerdict } from '~/domain/visit/arrival'
import type { Licence } from '~/domain/visit/stage-facts'
import type { VisitKind } from '~/domain/visit/visit'

/** Someone in a provider's waiting room, as every page of that provider shows it. */
export type WaitingPatient = {
  readonly visitId: string
  readonly patientId: string
  readonly name: string
  readonly bornOn: string | null
  readonly kind: VisitKind
  readonly startsAt: Date
  readonly since: Date
  readonly awaySince: Date | null
  readonly place: string | null
  readonly state: string | null
  readonly whoIsThere: string | null
  readonly camera: DeviceVerdict | null
  readonly microphone: DeviceVerdict | null
  readonly urgency: Tier | null
  readonly intakeSentAt: Date | null
  readonly licence: Licence
}

/** An emergency nobody of the clinic has taken yet. */
export type OpenPage = {
  readonly itemId: string
  readonly name: string
  readonly bornOn: string | null
  readonly phone: string | null
  readonly questionKey: string | null
  /** The questions that were asked; null where no intake raised it. */
  readonly instrumentVersion: string | null
  readonly code: string
  readonly openedAt: Date
  readonly dueAt: Date
}

type NextVisit = {
  readonly visitId: string
  readonly name: string
  readonly bornOn: string | null
  readonly kind: VisitKind
  readonly startsAt: Date
}

/** What every page of a provider shows at once. */
export type ClinicWatch = {
  readonly now: Date
  readonly waiting: readonly WaitingPatient[]
  readonly pages: readonly OpenPage[]
  readonly nextBooked: NextVisit | null
}
