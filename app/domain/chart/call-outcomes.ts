import { z } from 'zod'

/** How a call ended, from a list for the reports; the words beside it say the rest. */
export const callOutcomes = ['emergency_room', 'seen_today', 'lowered', 'not_reached'] as const
export type CallOutcome = (typeof callOutcomes)[number]

export const callOutcomeWords: Record<CallOutcome, { label: string; note: string }> = {
  emergency_room: { label: 'Sent to the emergency room', note: 'Or to 911. Say where, and who was told' },
  seen_today: { label: 'Will be seen today', note: 'Say where and when' },
  lowered: { label: 'Urgency lowered', note: 'You asked again what raised it. Booking opens for the patient' },
  not_reached: { label: 'Not reached, handed on', note: 'Welfare check, or the contact they named' },
}

/** Both are needed: one from the list, one in words. */
export const callOutcomeWish = z.object({
  outcome: z.enum(callOutcomes, { error: 'Choose how the call ended' }),
  words: z
    .string({ error: 'Say in a few words what was agreed, and why' })
    .trim()
    .min(3, 'Say in a few words what was agreed, and why')
    .max(4000, 'At most 4,000 characters'),
})
