import { addDays } from '../time/add-days'
import { dayOf } from '../time/day-of'
import { weekdayOf } from '../time/weekday-of'
import type { OfferedTime } from './offered-times'

type StripDay = { readonly day: string; readonly times: number }

export type DayStrip = {
  readonly days: readonly StripDay[]
  /** The day whose times are shown. */
  readonly chosen: string
  /** First day of the strip before and after this one, if there is anything to see. */
  readonly earlier: string | null
  readonly later: string | null
}

const daysShown = 5

/** Days people choose from: weekdays, and a weekend day only when it has times. */
function daysBetween(first: string, last: string, counts: ReadonlyMap<string, number>): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (weekdayOf(day) <= 5 || counts.has(day)) days.push(day)
  }
  return days
}

/**
 * Five days to choose from, with the number of times on each, in the patient's own zone. Opens at the first day with a
 * time; `wish` says which strip (`from`) and which day was asked for. Undefined when there is no time at all.
 */
export function dayStrip(
  times: readonly OfferedTime[],
  zone: string,
  wish: { from?: string | null; day?: string | null } = {},
): DayStrip | undefined {
  const counts = new Map<string, number>()
  for (const time of times) {
    const day = dayOf(time.from, zone)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const withTimes = [...counts.keys()].toSorted()
  const [first, last] = [withTimes[0], withTimes.at(-1)]
  if (!first || !last) return undefined
  const all = daysBetween(first, last, counts)
  const asked = wish.from ?? wish.day
  const index = asked ? all.findLastIndex((day) => day <= asked) : 0
  const page = Math.floor(Math.max(0, index) / daysShown) * daysShown
  const shown = all.slice(page, page + daysShown)
  const open = shown.filter((day) => counts.has(day))
  const chosen = wish.day && shown.includes(wish.day) ? wish.day : (open[0] ?? shown[0] ?? first)
  return {
    days: shown.map((day) => ({ day, times: counts.get(day) ?? 0 })),
    chosen,
    earlier: page > 0 ? (all[page - daysShown] ?? null) : null,
    later: all[page + daysShown] ?? null,
  }
}
