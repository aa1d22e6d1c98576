import { addDays } from './add-days'
import { weekdayOf } from './weekday-of'

/** The plain day that lies `count` business days (Monday to Friday) later. Counting from a weekend starts on Monday. */
export function addBusinessDays(plainDay: string, count: number): string {
  let at = plainDay
  for (let left = count; left > 0;) {
    at = addDays(at, 1)
    if (weekdayOf(at) <= 5) left -= 1
  }
  return at
}
