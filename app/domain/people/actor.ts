/** Roles a person can sign in with. */
export const roles = ['patient', 'provider', 'scheduler', 'admin'] as const
export type Role = (typeof roles)[number]

/** Everyone the database knows as a doer: people, a guest with a link, the clinic's own jobs, and a visitor who has not signed in. */
export const actorRoles = [...roles, 'guest', 'system', 'visitor'] as const
export type ActorRole = (typeof actorRoles)[number]

export type Actor = { readonly id: string; readonly role: ActorRole }

/** The doer of jobs and of things that happen by themselves. */
export const systemActor: Actor = { id: '00000000-0000-4000-8000-000000000001', role: 'system' }

/** The doer before sign-in. */
export const visitorActor: Actor = { id: '00000000-0000-4000-8000-000000000002', role: 'visitor' }
