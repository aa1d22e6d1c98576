import { addDays } from '~/domain/time/add-days'
import { atWallClock } from '~/domain/time/at-wall-clock'
import { dayOf } from '~/domain/time/day-of'
import { weekdayOf } from '~/domain/time/weekday-of'
import { clinicHours } from './clinic-hours'
import type { UrgentTier } from './urgent-lists'

const minute = 60_000

/** An emergency is called back within a quarter of an hour, day and night; the rest within four hours of clinic time. */
export const callWithin = { emergency: { minutes: 15 }, sameDay: { clinicMinutes: 240 } } as const

/** The instant by which a person must have been telephoned. Clinic time runs Monday to Friday between the clinic's hours, in its zone. */
export function dueAt(urgency: UrgentTier, openedAt: Date, zone: string): Date {
  if (urgency === 'emergency') return new Date(openedAt.getTime() + callWithin.emergency.minutes * minute)
  let left = callWithin.sameDay.clinicMinutes * minute
  for (let day = dayOf(openedAt, zone); ; day = addDays(day, 1)) {
    if (weekdayOf(day) > clinicHours.lastWeekday) continue
    const from = Math.max(openedAt.getTime(), atWallClock(day, clinicHours.opens, zone).getTime())
    const open = Math.max(0, atWallClock(day, clinicHours.closes, zone).getTime() - from)
    if (left <= open) return new Date(from + left)
    left -= open
  }
}
