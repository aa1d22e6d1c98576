/** Why a provider opens a room where they hold no licence; counted in reports beside the reason in words. */
export const licenceOverrideKinds = ['follow_up_of_care', 'emergency', 'other'] as const
export type LicenceOverrideKind = (typeof licenceOverrideKinds)[number]

export type LicenceOverride = { readonly kind: LicenceOverrideKind; readonly reason: string }
