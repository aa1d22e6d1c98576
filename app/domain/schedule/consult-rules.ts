import { addBusinessDays } from '../time/add-business-days'
import { addDays } from '../time/add-days'
import { atWallClock } from '../time/at-wall-clock'
import { dayOf } from '../time/day-of'

/** Length of a video consult, and the grid its starts lie on. */
export const consultLength = { minutes: 30 }
export const consultStep = { minutes: 30 }

/** A consult cannot be booked to start sooner than this. */
export const consultLead = { minutes: 60 }

/** How long a chosen time is kept for someone who has not confirmed it. */
export const holdFor = { minutes: 10 }

/** How far ahead consults are offered. */
const offeredAhead = { days: 28 }

/** An expedited consult takes place within this many business days (clinical basis 4.1). */
const expeditedWithin = { businessDays: 3 }

/** Urgencies with which a patient books a consult alone. */
const bookableUrgencies = ['expedited', 'routine'] as const
export type BookableUrgency = (typeof bookableUrgencies)[number]

/** From now to the end of the last day on which a consult may be offered, days counted in the clinic's zone. */
export function bookingWindow(urgency: BookableUrgency, now: Date, clinicZone: string): { from: Date; until: Date } {
  const today = dayOf(now, clinicZone)
  const last =
    urgency === 'expedited' ? addBusinessDays(today, expeditedWithin.businessDays) : addDays(today, offeredAhead.days)
  return { from: now, until: atWallClock(addDays(last, 1), '00:00', clinicZone) }
}
