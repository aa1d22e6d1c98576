import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { lockVisit } from '@db/lock-visit'
import { guests } from '@db/schema/visits'
import { isOpaqueId } from '~/domain/opaque-id'
import { refuse } from '~/domain/refusal'
import { isLive } from '~/domain/visit/visit'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** The patient says yes or not now to a guest who asked. The answer is consent and is kept. Refuses `missing`, `not_asked` and `over`. */
export function answerGuest(context: Context, { guestId, yes }: { guestId: string; yes: boolean }) {
  return transact(context, async (tx) => {
    const missing = refuse('missing', 'There is no such guest.')
    if (!isOpaqueId(guestId)) return missing
    const [guest] = await tx.select().from(guests).where(eq(guests.id, guestId))
    const visit = guest ? await lockVisit(tx, guest.visitId) : undefined
    if (!guest || !visit || !mayInVisit.agreeToGuest(context.actor, visit)) return missing
    if (!isLive(visit.state)) return refuse('over', 'This visit is over.')
    if (guest.arrivedAt === null) return refuse('not_asked', 'This guest has not asked yet.')
    const answer = yes ? { consentedAt: context.now } : { refusedAt: context.now }
    await tx.update(guests).set(answer).where(eq(guests.id, guestId))
    const { patientId, visitId } = guest
    await recordAudit(tx, context, {
      did: yes ? 'guest.consent' : 'guest.refuse',
      patientId,
      thing: 'guest',
      thingId: guestId,
      fields: Object.keys(answer),
    })
    await announce(tx, { topic: 'visit', patientId, visitId })
    return { visitId }
  })
}
