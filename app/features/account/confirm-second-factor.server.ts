import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { credentials } from '@db/schema/people'
import { endSessionsOf, openSession } from '@db/sessions'
import type { Role } from '~/domain/people/actor'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '../context'
import type { Context } from '../context'
import { tooMany } from './gate'
import type { Gate } from './gate'
import { takeCode } from './second-factor'

/** Turns the second factor on with a right code: every session ends and this browser gets a new one. */
export async function confirmSecondFactor(
  context: Context,
  wish: { code: string; role: Role; gate: Gate },
): Promise<{ token: string } | Refusal<'wrong' | 'too-many'>> {
  const personId = context.actor.id
  const limited = await tooMany(context, wish.gate, 'code', personId)
  if (limited) return limited
  return transact(context, async (tx) => {
    const wrong = refuse('wrong', 'This code does not fit. Type the 6 numbers your app shows now.')
    if (!(await takeCode(tx, wish.gate.box, personId, wish.code))) return wrong
    const confirmed = await tx
      .update(credentials)
      .set({ totpConfirmedAt: context.now })
      .where(and(eq(credentials.personId, personId), isNull(credentials.totpConfirmedAt)))
      .returning({ personId: credentials.personId })
    if (confirmed.length === 0) return wrong
    await endSessionsOf(tx, personId)
    await recordAudit(tx, context, {
      did: 'person.turn-on-second-factor',
      patientId: wish.role === 'patient' ? personId : null,
      thing: 'person',
      thingId: personId,
    })
    return { token: await openSession(tx, { personId, role: wish.role, secondFactor: true }) }
  })
}
