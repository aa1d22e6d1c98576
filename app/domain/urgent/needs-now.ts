import type { UrgentTier } from './urgent-lists'

type Call = { readonly urgency: UrgentTier; readonly correctedAt?: Date | null }

/**
 * Whether an open call still needs 911 or 988 now. An emergency answer that was taken back through the second question is
 * a call that is due, no longer the emergency page; its urgency stays what it was.
 */
export function needsNow({ urgency, correctedAt }: Call): boolean {
  return urgency === 'emergency' && !correctedAt
}
