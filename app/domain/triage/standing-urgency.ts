import { higher, type SiTier, type Tier } from './triage-result'

/** What happened to the urgency of one intake, and when: the rules' result, a later reading of it, a clinician's review. */
export type UrgencyEvent = {
  readonly kind: 'result' | 'reading' | 'review'
  readonly urgency: Tier
  readonly at: Date
}

export type PatternEvent = UrgencyEvent & { readonly siPattern: SiTier }

/** At one and the same moment a reading comes after a review: rather looked at once more than overlooked. */
const rank: Record<UrgencyEvent['kind'], number> = { result: 0, review: 1, reading: 2 }

/** Events in the order in which they count. */
export function inOrder<Event extends UrgencyEvent>(events: readonly Event[]): Event[] {
  return events.toSorted((one, other) => +one.at - +other.at || rank[one.kind] - rank[other.kind])
}

/** Events in order, each with what stood before it; null before the first. */
export function withBefore<Event extends UrgencyEvent>(events: readonly Event[]): (Event & { before: Tier | null })[] {
  const ordered = inOrder(events)
  return ordered.map((event, index) => ({ ...event, before: standingUrgency(ordered.slice(0, index)) }))
}

/**
 * The urgency that stands: results and readings only raise what stood before them, a review sets it. Null before the first
 * event. Software never lowers; a later reading can raise again what a clinician has lowered.
 */
export function standingUrgency(events: readonly UrgencyEvent[]): Tier | null {
  return inOrder(events).reduce<Tier | null>(
    (stands, event) => (stands === null || event.kind === 'review' ? event.urgency : higher(stands, event.urgency)),
    null,
  )
}

/**
 * The SI pattern that stands: that of the newest reading, until a clinician says otherwise. A pattern that differs from what
 * the rules said when it was set stays until the next review.
 */
export function standingPattern(events: readonly PatternEvent[]): SiTier | null {
  let [rules, stands]: [SiTier | null, SiTier | null] = [null, null]
  for (const event of inOrder(events)) {
    if (event.kind === 'review') {
      stands = event.siPattern
      continue
    }
    if (stands === null || stands === rules) stands = event.siPattern
    rules = event.siPattern
  }
  return stands
}
