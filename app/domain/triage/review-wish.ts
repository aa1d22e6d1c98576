import { z } from 'zod'
import { reviewReasons } from './review-lists'
import { siTiers, tiers } from './triage-result'

export const askedAnswers = ['gone', 'same', 'worse', 'not_asked'] as const
export type AskedAnswer = (typeof askedAnswers)[number]

/** The shortest reason in words, after trimming. */
const shortestReason = 3
const longestReason = 2000

const asked = z.object({
  ruleId: z.string().min(1).max(80),
  now: z.enum(askedAnswers, 'Say what is so now.').default('not_asked'),
})

/** What a clinician decides otherwise than what stands. `seen` is the newest event the page showed. */
export const overrideWish = z.object({
  seen: z.uuid(),
  urgency: z.enum(tiers, 'Choose an urgency.'),
  siPattern: z.enum(siTiers, 'Choose an SI pattern.'),
  reasonCode: z.enum(reviewReasons, 'Choose a reason.'),
  reason: z
    .string('Say why in words.')
    .trim()
    .min(shortestReason, 'Say why in words.')
    .max(longestReason, `Use at most ${longestReason} characters.`),
  /** What is feared, when the urgency is raised so far that someone is called. */
  code: z.string().max(80).optional(),
  asked: z.array(asked).max(200).default([]),
})
export type OverrideWish = z.infer<typeof overrideWish>

/** A clinician agrees with what stands. */
export const agreeWish = z.object({ seen: z.uuid() })
