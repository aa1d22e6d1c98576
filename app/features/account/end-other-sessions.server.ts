import { recordAudit } from '@db/audit'
import { endSessionsOf } from '@db/sessions'
import { transact } from '../context'
import type { Context } from '../context'

/** Signs every other device of this person out. */
export function endOtherSessions(context: Context, wish: { sessionId: string }): Promise<void> {
  return transact(context, async (tx) => {
    await endSessionsOf(tx, context.actor.id, wish.sessionId)
    await recordAudit(tx, context, {
      did: 'session.end-others',
      patientId: context.actor.role === 'patient' ? context.actor.id : null,
      thing: 'person',
      thingId: context.actor.id,
    })
  })
}
