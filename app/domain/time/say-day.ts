import { monthName, weekdayName } from './calendar-names'
import { weekdayOf } from './weekday-of'

/** A plain day (`YYYY-MM-DD`) as people say it: "Tue, Nov 24". */
export function sayDay(plainDay: string): string {
  const [, month, day] = plainDay.split('-').map(Number)
  return `${weekdayName(weekdayOf(plainDay)).slice(0, 3)}, ${monthName(month ?? 0).slice(0, 3)} ${day}`
}

/** A plain day in full: "Tuesday, November 24". */
export function sayLongDay(plainDay: string): string {
  const [, month, day] = plainDay.split('-').map(Number)
  return `${weekdayName(weekdayOf(plainDay))}, ${monthName(month ?? 0)} ${day}`
}
