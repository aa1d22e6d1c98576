/** Points of the four PHQ answers, 0 to 3 (Kroenke 2001). */
export const moodPoints = { not_at_all: 0, several_days: 1, more_than_half: 2, nearly_every_day: 3 } as const
