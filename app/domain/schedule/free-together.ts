import { mergeSpans } from './span'
import type { Span } from './span'

/** A resource and when it is taken. Sorting is not expected of the caller. */
type Bookable = { readonly id: string; readonly busy: readonly Span[] }

/** One thing an appointment needs: any one of these resources (one provider, or any of three rooms). */
type Need = { readonly anyOf: readonly Bookable[] }

/** A time at which every need is met, with the id of the resource that meets it, in the order of the needs. */
export type TogetherSlot = Span & { readonly resources: readonly string[] }

export type TogetherSearch = {
  /** When the appointment may take place at all: hours as instants (see `openSpans`, `intersectSpans`). */
  readonly open: readonly Span[]
  readonly needs: readonly Need[]
  readonly from: Date
  readonly until: Date
  readonly lengthMinutes: number
  /** Starts lie on this grid, counted from the opening of each open span. */
  readonly stepMinutes: number
  readonly now: Date
  /** No slot starts earlier than this long after `now`. */
  readonly leadMinutes: number
  /** Stop after this many slots. */
  readonly atMost?: number
}

type Lane = { readonly id: string; readonly busy: readonly Span[]; at: number }

const minute = 60_000

/** Whether the lane is free in `[start, end)`; if not, when the span in the way ends. Lanes only ever move forward. */
function freeFrom(lane: Lane, start: number, end: number): number {
  while (lane.at < lane.busy.length && (lane.busy[lane.at] as Span).to.getTime() <= start) lane.at += 1
  const next = lane.busy[lane.at]
  return next && next.from.getTime() < end ? next.to.getTime() : start
}

/** The resource of the need that is free in the slot, or the earliest time at which one may be. */
function pick(lanes: readonly Lane[], start: number, end: number): { id: string } | { notBefore: number } {
  let notBefore = Number.POSITIVE_INFINITY
  for (const lane of lanes) {
    const free = freeFrom(lane, start, end)
    if (free === start) return { id: lane.id }
    notBefore = Math.min(notBefore, free)
  }
  return { notBefore }
}

/**
 * Every time at which all needs are met at once, earliest first. One sorted sweep: each busy list is walked once, and a
 * slot that is taken is left in one jump. Of several resources that would do, the first in the need's list is taken.
 */
export function freeTogether(search: TogetherSearch): TogetherSlot[] {
  const length = search.lengthMinutes * minute
  const step = search.stepMinutes * minute
  if (length <= 0 || step <= 0) throw new RangeError('Length and step of a slot are positive minutes.')
  const earliest = Math.max(search.from.getTime(), search.now.getTime() + search.leadMinutes * minute)
  const needs = search.needs.map((need) =>
    need.anyOf.map((one): Lane => ({ id: one.id, busy: mergeSpans(one.busy), at: 0 })),
  )
  const slots: TogetherSlot[] = []
  for (const span of mergeSpans(search.open)) {
    const opening = span.from.getTime()
    const closing = Math.min(span.to.getTime(), search.until.getTime())
    const onGrid = (time: number) => opening + Math.ceil(Math.max(0, time - opening) / step) * step
    let start = onGrid(earliest)
    while (start + length <= closing) {
      const picks = needs.map((lanes) => pick(lanes, start, start + length))
      const blocked = picks.flatMap((one) => ('notBefore' in one ? [one.notBefore] : []))
      if (blocked.length > 0) {
        start = onGrid(Math.max(...blocked))
        continue
      }
      const resources = picks.flatMap((one) => ('id' in one ? [one.id] : []))
      slots.push({ from: new Date(start), to: new Date(start + length), resources })
      if (slots.length === search.atMost) return slots
      start += step
    }
  }
  return slots
}
