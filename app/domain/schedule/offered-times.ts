import { freeSlots } from './free-slots'
import { consultLead, consultLength, consultStep } from './consult-rules'
import type { WeekdayHours } from './open-spans'
import type { Span } from './span'
import { mergeSpans } from './span'

/** A provider with what decides when they can be booked by video. */
export type OfferedProvider = {
  readonly id: string
  readonly name: string
  readonly title: string | null
  /** Hours by the zone of their location. */
  readonly hours: readonly (WeekdayHours & { readonly zone: string })[]
  readonly busy: readonly Span[]
  /** The licence for the patient's state ends then: nothing is offered that ends later. */
  readonly licensedUntil: Date | null
}

export type OfferedTime = { readonly providerId: string; readonly from: Date; readonly to: Date }

/** Every time of these providers that a patient can take, earliest first. `patientBusy` is the patient's own time. */
export function offeredTimes(offer: {
  providers: readonly OfferedProvider[]
  patientBusy: readonly Span[]
  window: { from: Date; until: Date }
  now: Date
  lengthMinutes?: number
}): OfferedTime[] {
  const { window, now } = offer
  return offer.providers
    .flatMap((provider) => {
      const licensed = provider.licensedUntil
      const until = licensed && licensed < window.until ? licensed : window.until
      const zones = [...new Set(provider.hours.map((hours) => hours.zone))]
      return zones.flatMap((zone) =>
        freeSlots({
          hours: provider.hours.filter((hours) => hours.zone === zone),
          locationsZone: zone,
          from: window.from,
          until,
          lengthMinutes: offer.lengthMinutes ?? consultLength.minutes,
          stepMinutes: consultStep.minutes,
          busy: mergeSpans([...provider.busy, ...offer.patientBusy]),
          now,
          leadMinutes: consultLead.minutes,
        }).map((slot) => ({ providerId: provider.id, ...slot })),
      )
    })
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
}
