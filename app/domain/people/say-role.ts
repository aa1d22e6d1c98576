import type { ActorRole } from './actor'

const words: Record<ActorRole, string> = {
  patient: 'Patient',
  provider: 'Provider',
  scheduler: 'Scheduler',
  admin: 'Admin',
  guest: 'Guest',
  system: 'Clinic system',
  visitor: 'Visitor',
}

/** A role in one word. */
export function sayRole(role: ActorRole): string {
  return words[role]
}
