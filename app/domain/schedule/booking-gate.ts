import type { BookableUrgency } from './consult-rules'

export type GateFacts = {
  /** The newest intake, sent or not. */
  readonly intake: { readonly submitted: boolean } | null
  readonly urgency: 'emergency' | 'same_day' | 'expedited' | 'routine' | null
  /** Calls this person still waits for. */
  readonly openCalls: number
  /** Whether a clinician has closed a call that this intake opened: their decision stands over the rules. */
  readonly callClosed: boolean
  readonly homeState: string | null
  /** The consult that is booked or running. */
  readonly liveConsultId: string | null
  /** Whether a consult has already taken place with this intake. */
  readonly seen: boolean
}

export type BookingGate =
  | { readonly kind: 'open'; readonly urgency: BookableUrgency; readonly homeState: string }
  | { readonly kind: 'intakeFirst' | 'calledToday' | 'seen' | 'noState' }
  | { readonly kind: 'booked'; readonly visitId: string }

/** Whether a patient may book a consult now, and why not. A call that is due comes before everything else. */
export function bookingGate(facts: GateFacts): BookingGate {
  if (facts.openCalls > 0) return { kind: 'calledToday' }
  if (facts.liveConsultId) return { kind: 'booked', visitId: facts.liveConsultId }
  if (!facts.intake?.submitted || !facts.urgency) return { kind: 'intakeFirst' }
  if (facts.seen) return { kind: 'seen' }
  const bookedAlone = facts.urgency === 'routine' || facts.urgency === 'expedited'
  if (!bookedAlone && !facts.callClosed) return { kind: 'calledToday' }
  if (!facts.homeState) return { kind: 'noState' }
  return { kind: 'open', urgency: facts.urgency === 'routine' ? 'routine' : 'expedited', homeState: facts.homeState }
}
