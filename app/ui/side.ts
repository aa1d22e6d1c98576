/** The patient's own side. */
export type Side = 'left' | 'right' | 'both'
