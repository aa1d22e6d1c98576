import { z } from 'zod'

const line = (least: number, message: string) =>
  z.string({ error: message }).trim().min(least, message).max(120, 'Keep it under 120 letters')

/** What an admin types when a clinician has signed. */
export const signOffWish = z.object({
  version: z.string().max(20),
  /** The content that stood on the page; another one is not signed by it. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: line(3, 'Write the name of the clinician who signed'),
  title: line(2, 'Write their title, such as MD'),
  note: z.string().trim().max(600, 'Keep it under 600 letters').optional(),
})

export type SignOffWish = z.infer<typeof signOffWish>
