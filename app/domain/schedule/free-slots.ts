import { freeTogether } from './free-together'
import { openSpans } from './open-spans'
import type { WeekdayHours } from './open-spans'
import type { Span } from './span'

export type SlotSearch = {
  /** Wall-clock hours of the resource's week. */
  readonly hours: readonly WeekdayHours[]
  /** IANA zone whose clocks these hours are read on. */
  readonly locationsZone: string
  readonly from: Date
  readonly until: Date
  readonly lengthMinutes: number
  /** Starts lie on this grid, counted from each opening. */
  readonly stepMinutes: number
  readonly busy: readonly Span[]
  readonly now: Date
  /** No slot starts earlier than this long after `now`. */
  readonly leadMinutes: number
}

/** The free slots of one resource, earliest first. Hours are wall-clock, slots are instants. */
export function freeSlots(search: SlotSearch): Span[] {
  const { hours, locationsZone, busy, ...rest } = search
  const open = openSpans(hours, locationsZone, search.from, search.until)
  return freeTogether({ ...rest, open, needs: [{ anyOf: [{ id: 'one', busy }] }] }).map(({ from, to }) => ({
    from,
    to,
  }))
}
