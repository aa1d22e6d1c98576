import { z } from 'zod'

const body = z.object({
  history: z.string(),
  medicines: z.string(),
  exam: z.string(),
  assessment: z.string(),
  plan: z.string(),
  patientSummary: z.string(),
})

/** What the autosave hears back. Times are ISO strings. */
export const noteAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), version: z.number(), savedAt: z.iso.datetime() }),
  z.object({ kind: z.literal('conflict'), version: z.number(), savedAt: z.iso.datetime(), body }),
  z.object({ kind: z.literal('refused'), code: z.string(), message: z.string() }),
])
export type NoteAnswer = z.infer<typeof noteAnswer>
