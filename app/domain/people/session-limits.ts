import type { Role } from './actor'

/** How long a session lives without a request, and at most. Source: the clinic's security baseline (OWASP ASVS 5.0, 7.3). */
export const sessionLimits = {
  staffIdle: { minutes: 15 },
  patientIdle: { minutes: 30 },
  absolute: { hours: 12 },
} as const

/** Idle minutes after which a session of this role is over. */
export function idleMinutes(role: Role): number {
  return role === 'patient' ? sessionLimits.patientIdle.minutes : sessionLimits.staffIdle.minutes
}
