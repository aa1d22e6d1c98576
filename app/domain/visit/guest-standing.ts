import type { GuestFacts } from './stage-facts'

export type GuestStanding = 'invited' | 'asking' | 'refused' | 'agreed' | 'in' | 'out'

const since = (time: Date | null, start: Date) => time !== null && time.getTime() >= start.getTime()

/**
 * Where a guest stands. Asking again makes an earlier yes or no of the patient void, so a guest who was sent out comes
 * back only with a new yes.
 */
export function guestStanding(guest: GuestFacts): GuestStanding {
  if (guest.arrivedAt === null) return 'invited'
  if (guest.admittedAt !== null && guest.leftAt === null) return 'in'
  if (since(guest.leftAt, guest.arrivedAt)) return 'out'
  const refused = since(guest.refusedAt, guest.arrivedAt)
  const agreed = since(guest.consentedAt, guest.arrivedAt)
  if (refused && agreed)
    return (guest.refusedAt?.getTime() ?? 0) > (guest.consentedAt?.getTime() ?? 0) ? 'refused' : 'agreed'
  if (refused) return 'refused'
  return agreed ? 'agreed' : 'asking'
}

/** What a guest is to the patient, in words. */
export const guestWords = { interpreter: 'Interpreter', family: 'Family or friend' } as const
