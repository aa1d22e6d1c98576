import { z } from 'zod'

/** Why a provider opens a room where they hold no licence; counted in reports beside the reason in words. */
export const licenceOverrideKinds = ['follow_up_of_care', 'emergency', 'other'] as const
export type LicenceOverrideKind = (typeof licenceOverrideKinds)[number]

export type LicenceOverride = { readonly kind: LicenceOverrideKind; readonly reason: string }

/** The form of an override: one reason from the list and one in words. */
export const overrideForm = z.object({
  kind: z.enum(licenceOverrideKinds, { error: 'Choose why' }),
  reason: z
    .string()
    .trim()
    .min(3, 'Say why this visit cannot wait or be handed over')
    .max(500, 'Use at most 500 letters'),
})
