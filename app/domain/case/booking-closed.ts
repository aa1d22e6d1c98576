import { itemWords } from './item-words'
import { authorisedSince, openClearances } from './stage'
import type { CaseFacts } from './stage'

/** Why no time can be booked yet, in words; null when one can. */
export function bookingClosed(facts: CaseFacts): string | null {
  const waits = openClearances(facts.items).map((item) => itemWords(item.code).title)
  const wants = authorisedSince(facts) ? waits : [itemWords('authorisation').title, ...waits]
  return wants.length === 0 ? null : `Booking opens when these are settled: ${wants.join(', ')}.`
}
