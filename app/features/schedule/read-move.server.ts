import { recordAudit } from '@db/audit'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { mayChange } from '~/domain/schedule/may-change'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import type { Offer } from './consult-offer'
import { moveOffer } from './move-offer'
import { ownVisit } from './own-visit'
import type { OwnVisit } from './own-visit'
import { readHold } from './read-hold'
import type { HeldTime } from './read-hold'

export type Move = { readonly own: OwnVisit; readonly offer: Offer; readonly hold: HeldTime | null }

/** A booked visit of the asking patient, the times it can move to, and the time they hold for that. */
export function readMove(context: Context, wish: { visitId: string }): Promise<Move | Refusal<'missing' | 'tooLate'>> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const own = await ownVisit(tx, patientId, wish.visitId)
    if (!own) return refuse('missing', 'There is no such visit.')
    await recordAudit(tx, context, { did: 'visit.read', patientId, thing: 'visit', thingId: wish.visitId })
    if (!mayChange(own.visit, context.now)) return refuse('tooLate', 'This visit cannot be moved any more.')
    const hold = await readHold(tx, patientId, 'reschedule', context.now)
    return { own, hold, offer: await moveOffer(tx, context, own, { hold }) }
  })
}
