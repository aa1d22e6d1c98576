import { dayOf } from './day-of'

const day = 86_400_000

/** Calendar days from one plain day (`YYYY-MM-DD`) to another, negative when it lies before. */
function daysBetweenDays(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day)
}

/** Calendar days between two instants as people in this zone count them: a clock change makes no difference. */
export function daysBetween(from: Date, to: Date, zone: string): number {
  return daysBetweenDays(dayOf(from, zone), dayOf(to, zone))
}
