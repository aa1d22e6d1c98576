import { recordAudit } from '@db/audit'
import { forgetAttempts } from '@db/count-attempt'
import { endSession, openSession } from '@db/sessions'
import type { Role } from '~/domain/people/actor'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '../context'
import type { Context } from '../context'
import { accountKey, tooMany } from './gate'
import type { Gate } from './gate'
import { takeCode } from './second-factor'

type Wish = { code: string; sessionId: string; role: Role; gate: Gate }

/** The second step of signing in: a right, unused code replaces the half session by a whole one. */
export async function enterCode(
  context: Context,
  wish: Wish,
): Promise<{ token: string } | Refusal<'wrong' | 'too-many'>> {
  const personId = context.actor.id
  const limited = await tooMany(context, wish.gate, 'code', personId)
  if (limited) return limited
  const patientId = wish.role === 'patient' ? personId : null
  const result = await transact(context, async (tx) => {
    if (!(await takeCode(tx, wish.gate.box, personId, wish.code))) {
      await recordAudit(tx, context, { did: 'session.refuse-code', patientId, thing: 'person', thingId: personId })
      return refuse('wrong', 'This code does not fit. Type the 6 numbers your app shows now.')
    }
    await endSession(tx, { id: wish.sessionId, personId })
    await recordAudit(tx, context, { did: 'session.open-with-code', patientId, thing: 'person', thingId: personId })
    return { token: await openSession(tx, { personId, role: wish.role, secondFactor: true }) }
  })
  if ('token' in result) await forgetAttempts(context.database, accountKey(wish.gate, 'code', personId))
  return result
}
