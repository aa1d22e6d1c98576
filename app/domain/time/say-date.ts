import { dayOf } from './day-of'
import { sayDay } from './say-day'

/** The day in this zone: "Tue, Nov 24". */
export function sayDate(date: Date, zone: string): string {
  return sayDay(dayOf(date, zone))
}
