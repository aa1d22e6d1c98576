/** The patient's own left and right. */
export const sides = ['left', 'right', 'both'] as const
export type Side = (typeof sides)[number]

/** What a body map can say: a side, or that the marks show none. */
export const mapSides = [...sides, 'middle', 'none'] as const
export type MapSide = (typeof mapSides)[number]
