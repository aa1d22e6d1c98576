import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { lockVisit } from '@db/lock-visit'
import { admissions } from '@db/schema/visits'
import { visitGuests } from '@db/visit-guests'
import { refuse } from '~/domain/refusal'
import { guestStanding } from '~/domain/visit/guest-standing'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/**
 * The provider lets a guest into the running visit, after the patient's yes. Twice is once. Refuses `missing`, `not_yours`,
 * `not_running` and `no_consent`.
 */
export function admitGuest(context: Context, { visitId, guestId }: { visitId: string; guestId: string }) {
  return transact(context, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    const guest = visit && (await visitGuests(tx, visitId)).find((one) => one.id === guestId)
    if (!visit || !guest) return refuse('missing', 'There is no such guest.')
    if (!mayInVisit.admit(context.actor, visit))
      return refuse('not_yours', 'Only the clinician of this visit lets guests in.')
    if (visit.state !== 'in_visit') return refuse('not_running', 'A guest comes in while the visit is running.')
    const standing = guestStanding(guest)
    if (standing === 'in') return { visitId }
    if (standing !== 'agreed') return refuse('no_consent', 'The patient has not said yes to this guest.')
    const { patientId } = visit
    const admission = { visitId, patientId, identity: guestId, role: 'guest' as const }
    await tx.insert(admissions).values({ ...admission, admittedBy: context.actor.id, admittedAt: context.now })
    await recordAudit(tx, context, { did: 'guest.admit', patientId, thing: 'guest', thingId: guestId })
    await announce(tx, { topic: 'visit', patientId, visitId })
    return { visitId }
  })
}
