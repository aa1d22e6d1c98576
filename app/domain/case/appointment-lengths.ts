/** Minutes a procedure room, C-arm and provider are taken: 20 to 30 for the injection (SEED-13) with preparation and watching. */
export const procedureMinutes = 45

/** Minutes of the two-week follow-up by video. */
export const followUpMinutes = 30

/** Starts lie on this grid. */
export const gridMinutes = 15
