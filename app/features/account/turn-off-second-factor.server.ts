import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { credentials } from '@db/schema/people'
import { endSessionsOf, openSession } from '@db/sessions'
import { checkPassword, TooBusy } from '~/adapters/password.server'
import type { Role } from '~/domain/people/actor'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '../context'
import type { Context } from '../context'
import { busy, tooMany } from './gate'
import type { Gate } from './gate'
import { readSecret } from './second-factor'

/** Takes the second factor away, with the password: every session ends and this browser gets a new one. */
export async function turnOffSecondFactor(
  context: Context,
  wish: { password: string; role: Role; gate: Gate },
): Promise<{ token: string } | Refusal<'wrong' | 'too-many' | 'busy'>> {
  const personId = context.actor.id
  const limited = await tooMany(context, wish.gate, 'password', personId)
  if (limited) return limited
  const row = await transact(context, (tx) => readSecret(tx, personId))
  try {
    if (!(await checkPassword(row?.passwordHash ?? null, wish.password)))
      return refuse('wrong', 'This is not your password. Type it again.')
  } catch (error) {
    if (error instanceof TooBusy) return busy
    throw error
  }
  return transact(context, async (tx) => {
    await tx
      .update(credentials)
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
      .where(eq(credentials.personId, personId))
    await endSessionsOf(tx, personId)
    await recordAudit(tx, context, {
      did: 'person.turn-off-second-factor',
      patientId: wish.role === 'patient' ? personId : null,
      thing: 'person',
      thingId: personId,
    })
    return { token: await openSession(tx, { personId, role: wish.role, secondFactor: false }) }
  })
}
