/** Everything that can be in one place only at a time. */
export const resourceKinds = ['provider', 'patient', 'room', 'c_arm'] as const

/** What a stretch of a provider's week is for. */
export const hoursKinds = ['video', 'procedure'] as const
