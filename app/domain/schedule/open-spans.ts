import { addDays } from '../time/add-days'
import { atWallClock } from '../time/at-wall-clock'
import { dayOf } from '../time/day-of'
import { weekdayOf } from '../time/weekday-of'
import { mergeSpans } from './span'
import type { Span } from './span'

/** Wall-clock hours of one weekday: ISO weekday 1 Monday to 7 Sunday, `HH:MM` or `HH:MM:SS`. */
export type WeekdayHours = { readonly weekday: number; readonly opens: string; readonly closes: string }

/**
 * The instants between `from` and `until` at which these hours are open in a zone. 9:00 stays 9:00 across a clock change:
 * the span of a day on which the clocks change is an hour shorter or longer.
 */
export function openSpans(hours: readonly WeekdayHours[], zone: string, from: Date, until: Date): Span[] {
  if (from >= until) return []
  const open: Span[] = []
  const last = dayOf(until, zone)
  for (let day = dayOf(from, zone); day <= last; day = addDays(day, 1)) {
    const weekday = weekdayOf(day)
    for (const stretch of hours) {
      if (stretch.weekday !== weekday) continue
      const span = { from: atWallClock(day, stretch.opens, zone), to: atWallClock(day, stretch.closes, zone) }
      if (span.from < until && span.to > from) open.push(span)
    }
  }
  return mergeSpans(open)
}
