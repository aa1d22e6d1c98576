import { z } from 'zod'

/** Who drives the patient home after the injection. */
export const DriverWish = z.object({
  name: z
    .string({ error: 'Write the name of your driver.' })
    .trim()
    .min(2, 'Write the name of your driver.')
    .max(80, 'Keep it under 80 letters.'),
  phone: z
    .string({ error: 'Write your driver’s phone number.' })
    .trim()
    .max(30, 'Write only the number.')
    .refine((text) => text.replace(/\D/g, '').length >= 10, 'Write a phone number with 10 digits.'),
})
