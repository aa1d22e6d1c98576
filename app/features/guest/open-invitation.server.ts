import { recordAudit } from '@db/audit'
import { guestOfLink } from '@db/find-guest'
import { hashToken } from '@db/token'
import type { Actor } from '~/domain/people/actor'
import { visitorActor } from '~/domain/people/actor'
import { refuse } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** Who the secret of a link stands for: the guest as an actor. Refuses `missing` when it is unknown or has expired. */
export function openInvitation(context: Context, { token }: { token: string }) {
  const asVisitor: Context = { ...context, actor: visitorActor }
  return transact(asVisitor, async (tx) => {
    const guest = await guestOfLink(tx, hashToken(token), context.now)
    if (!guest) return refuse('missing', 'There is no such invitation.')
    await recordAudit(tx, asVisitor, {
      did: 'guest.open',
      patientId: guest.patient_id,
      thing: 'guest',
      thingId: guest.id,
    })
    const actor: Actor = { id: guest.id, role: 'guest' }
    return { actor }
  })
}
