export const intents = ['diagnostic', 'therapeutic'] as const
export type Intent = (typeof intents)[number]

export const procedureStates = ['booked', 'done', 'cancelled'] as const
export type ProcedureState = (typeof procedureStates)[number]

export const checklistStates = ['open', 'done', 'not_needed'] as const
export type ChecklistState = (typeof checklistStates)[number]

export const resolvers = ['clinician', 'scheduler', 'patient'] as const
export type Resolver = (typeof resolvers)[number]

export const decisions = ['approved', 'denied'] as const
export type Decision = (typeof decisions)[number]
