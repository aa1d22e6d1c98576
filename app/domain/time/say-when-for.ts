import { dayOf } from './day-of'
import { sayDate } from './say-date'
import { sayTime } from './say-time'
import { sayWhen } from './say-when'
import { sayZone } from './say-zone'

/** Whether the wall clocks of two zones show the same time at this instant. */
export function sameClock(date: Date, oneZone: string, otherZone: string): boolean {
  return dayOf(date, oneZone) === dayOf(date, otherZone) && sayTime(date, oneZone) === sayTime(date, otherZone)
}

/** Time in the person's own zone, followed by the clinic's when its clocks differ: "Tue, Nov 24 · 1:30 PM MT (2:30 PM CT at the clinic)". */
export function sayWhenFor(date: Date, ownZone: string, clinicZone: string): string {
  const own = sayWhen(date, ownZone)
  if (sameClock(date, ownZone, clinicZone)) return own
  const otherDay = dayOf(date, ownZone) === dayOf(date, clinicZone) ? '' : `${sayDate(date, clinicZone)} · `
  return `${own} (${otherDay}${sayTime(date, clinicZone)} ${sayZone(clinicZone, date)} at the clinic)`
}
