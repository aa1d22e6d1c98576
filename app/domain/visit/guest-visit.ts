import type { GuestFacts } from './stage-facts'

/** All that a guest's pages show: one visit, first name of the patient, name of the provider, own standing. */
export type GuestVisit = {
  readonly visitId: string
  readonly isRunning: boolean
  readonly startsAt: Date
  readonly patient: { readonly id: string; readonly firstName: string }
  readonly provider: { readonly id: string; readonly name: string }
  readonly guest: GuestFacts
  readonly hasMedia: boolean
  readonly asOf: Date
}
