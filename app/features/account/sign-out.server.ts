import { recordAudit } from '@db/audit'
import { endSession } from '@db/sessions'
import { transact } from '../context'
import type { Context } from '../context'

/** Ends this session on the server: the cookie opens nothing any more, open streams close. */
export function signOut(context: Context, wish: { sessionId: string }): Promise<void> {
  return transact(context, async (tx) => {
    await endSession(tx, { id: wish.sessionId, personId: context.actor.id })
    await recordAudit(tx, context, {
      did: 'session.end',
      patientId: context.actor.role === 'patient' ? context.actor.id : null,
      thing: 'session',
      thingId: wish.sessionId,
    })
  })
}
