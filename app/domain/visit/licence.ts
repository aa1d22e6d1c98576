import type { Licence } from './stage-facts'

type Held = { readonly state: string; readonly validUntil: string | null }

/**
 * Whether a provider may treat a patient who is in this state on this day (YYYY-MM-DD). Practice occurs where the patient
 * is, so the state comes from what the patient says at the door, never from a home address (FSMB 2022).
 */
export function licenceThere(
  held: readonly Held[],
  state: string,
  day: string,
): Extract<Licence, 'licensed' | 'unlicensed'> {
  const valid = held.some((one) => one.state === state && (one.validUntil === null || one.validUntil >= day))
  return valid ? 'licensed' : 'unlicensed'
}
