import { addDays } from '../time/add-days'
import { dayOf } from '../time/day-of'
import { daysBetween } from '../time/days-between'

/** Days after the procedure on which the follow-up may stand (clinical basis SEED-22; the window is a proposal). */
const followUpWindow = { earliest: 12, best: 14, latest: 16 }

/** First and last moment the follow-up may start, as instants around whole days of the clinic's zone. */
export function followUpDays(procedureStartsAt: Date, zone: string): { first: string; last: string } {
  const day = dayOf(procedureStartsAt, zone)
  return { first: addDays(day, followUpWindow.earliest), last: addDays(day, followUpWindow.latest) }
}

/**
 * Of the free times, the one nearest to the fourteenth day, then nearest to the procedure's own time of day;
 * undefined when none lies in the window.
 */
export function pickFollowUp<T extends { from: Date }>(
  free: readonly T[],
  procedureStartsAt: Date,
  zone: string,
): T | undefined {
  const dayMs = 86_400_000
  const timeOfDay = procedureStartsAt.getTime() % dayMs
  const rank = (slot: T): [number, number] => {
    const offset = daysBetween(procedureStartsAt, slot.from, zone) - followUpWindow.best
    return [Math.abs(offset), Math.abs((slot.from.getTime() % dayMs) - timeOfDay)]
  }
  return free
    .filter((slot) => {
      const days = daysBetween(procedureStartsAt, slot.from, zone)
      return days >= followUpWindow.earliest && days <= followUpWindow.latest
    })
    .map((slot) => ({ slot, rank: rank(slot) }))
    .toSorted((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])
    .at(0)?.slot
}
