import { z } from 'zod'

const words = (what: string) =>
  z
    .string({ error: `Write ${what}.` })
    .trim()
    .min(3, `Write ${what}.`)
    .max(500, 'Keep it under 500 characters.')
const day = z.string({ error: 'Choose a day.' }).regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose a day.')

/** A checklist line settled, with what proves it. */
export const ItemWish = z.object({
  itemId: z.uuid(),
  state: z.enum(['done', 'not_needed', 'open']),
  proof: words('what proves it'),
})

export const RequestWish = z.object({
  payer: words('the plan’s name'),
  answerWithinDays: z.coerce
    .number({ error: 'Write a number of days.' })
    .int()
    .min(1, 'At least 1 day.')
    .max(60, 'At most 60 days.'),
})

export const AnswerWish = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('approved'),
    reference: words('the plan’s reference'),
    validFrom: day,
    validUntil: day,
  }),
  z.object({ decision: z.literal('denied'), denialReason: words('the reason the plan gave') }),
])

/** A provider, procedure room and C-arm at one time. */
export const BookingWish = z.object({
  providerId: z.uuid(),
  roomId: z.uuid(),
  cArmId: z.uuid(),
  startsAt: z.coerce.date({ error: 'Choose a time.' }),
})

const pain = z.coerce.number({ error: 'Choose a number from 0 to 10.' }).int().min(0).max(10)
const clock = z.string({ error: 'Write a time, like 9:43 AM.' }).regex(/^\d{2}:\d{2}$/, 'Write a time, like 9:43 AM.')

/** What was done, as recorded after the procedure. Times are the clinic's wall clock on the day of the procedure. */
export const RecordWish = z.object({
  sideSaid: z.enum(['left', 'right', 'both'], { error: 'Say which side was injected.' }),
  needleIn: clock,
  needleOut: clock,
  painBefore: pain,
  painAfter: pain,
  averageBefore: pain,
  consentSeen: z.literal('on', { error: 'The injection needs a signed consent.' }),
})
