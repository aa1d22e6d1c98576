import { z } from 'zod'

const words = z.string().max(20_000, 'This section is longer than the note can keep (20,000 characters)').default('')

/** A note as a form or the autosave sends it: `version` is the one this text was based on, 0 when nothing was saved yet. */
export const noteWish = z.object({
  version: z.coerce.number().int().min(0),
  history: words,
  medicines: words,
  exam: words,
  assessment: words,
  plan: words,
  patientSummary: words,
})

/** Clarifies a signed note; the note itself never changes. */
export const addendumWish = z.object({
  body: z
    .string({ error: 'Say what is added or corrected, and why' })
    .trim()
    .min(3, 'Say what is added or corrected, and why')
    .max(20_000, 'Longer than an addendum can keep (20,000 characters)'),
})
