/** How soon a person must be telephoned. */
export const urgentTiers = ['emergency', 'same_day'] as const
export type UrgentTier = (typeof urgentTiers)[number]

/** What raised the alarm: an answer while it was given, the whole intake, or a diary entry. */
export const urgentSources = ['intake', 'triage', 'diary'] as const
export type UrgentSource = (typeof urgentSources)[number]

/** What a person tells us from the emergency page. */
export const urgentReplies = ['called_911', 'going_to_er'] as const
export type UrgentReply = (typeof urgentReplies)[number]
