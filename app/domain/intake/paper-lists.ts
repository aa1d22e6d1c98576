/** What a paper is, as the person says. */
export const paperKinds = ['imaging_report', 'insurance_card', 'other'] as const
export type PaperKind = (typeof paperKinds)[number]

/** What a paper may be, as found in its bytes. */
export const paperMediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/heic'] as const
export type PaperMediaType = (typeof paperMediaTypes)[number]

/** The largest paper, in bytes. */
export const paperMaxBytes = 10 * 1024 * 1024

/** The most papers of one intake. */
export const papersAtMost = 12
