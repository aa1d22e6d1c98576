import { z } from 'zod'
import { nextSteps } from './outcome-lists'

const longest = 4000

/** A number from 0 to 10 as a form sends it; empty means not asked. */
const asked = (message: string) =>
  z.preprocess(
    (value) => (value === '' || value === undefined ? undefined : value),
    z.coerce.number({ error: message }).int(message).min(0, message).max(10, message).optional(),
  )

/**
 * What the patient says in the follow-up. PEG items keep their published wording; its first item is the average pain, and
 * without all three there is no PEG.
 */
export const measuresWish = z.object({
  average: asked('A whole number from 0 to 10'),
  now: asked('A whole number from 0 to 10'),
  pegEnjoyment: asked('A whole number from 0 to 10'),
  pegActivity: asked('A whole number from 0 to 10'),
})
export type MeasuresWish = z.infer<typeof measuresWish>

export const nextStepWish = z.object({
  nextStep: z.enum(nextSteps, { error: 'Choose the next step' }),
  reason: z
    .string({ error: 'Say why in your words' })
    .trim()
    .min(3, 'Say why in your words')
    .max(longest, `At most ${longest} characters`),
})
