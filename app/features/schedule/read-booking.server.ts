import { recordAudit } from '@db/audit'
import type { BookingGate } from '~/domain/schedule/booking-gate'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { consultOfferFor } from './consult-offer'
import type { Offer } from './consult-offer'
import { readGate } from '@db/read-gate'
import { readHold } from './read-hold'
import type { HeldTime } from './read-hold'

export type Booking =
  | { readonly gate: Exclude<BookingGate, { kind: 'open' }> }
  | {
      readonly gate: Extract<BookingGate, { kind: 'open' }>
      readonly offer: Offer
      /** No time was free within the days an expedited consult should take: what is offered is later. */
      readonly late: boolean
      readonly hold: HeldTime | null
    }

/** What the asking patient can book now, and the time they hold, if any. */
export function readBooking(context: Context): Promise<Booking> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const gate = await readGate(tx, patientId)
    await recordAudit(tx, context, { did: 'booking.read', patientId, thing: 'booking' })
    if (gate.kind !== 'open') return { gate }
    const hold = await readHold(tx, patientId, 'consult', context.now)
    const { late, ...offer } = await consultOfferFor(tx, context, {
      patientId,
      state: gate.homeState,
      urgency: gate.urgency,
      hold,
    })
    return { gate, offer, late, hold }
  })
}
