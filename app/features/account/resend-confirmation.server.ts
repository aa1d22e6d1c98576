import { and, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { withTx } from '@db/tx'
import { visitorActor } from '~/domain/people/actor'
import type { Refusal } from '~/domain/refusal'
import type { Context } from '../context'
import { sendConfirmation } from './confirmation'
import { tooMany } from './gate'
import type { Gate } from './gate'
import { sameWork } from './same-work'

/** Sends the confirming link again when the address waits for it; the answer tells nothing. */
export async function resendConfirmation(
  context: Context,
  wish: { email: string; gate: Gate },
): Promise<{ sent: true } | Refusal<'too-many'>> {
  const limited = await tooMany(context, wish.gate, 'resend', wish.email)
  if (limited) return limited
  const visitor = { ...context, actor: visitorActor }
  await withTx(context.database, visitorActor, async (tx) => {
    const [person] = await tx
      .select({ id: people.id, email: people.email, role: people.role })
      .from(people)
      .where(
        and(
          sql`lower(${people.email}) = lower(${wish.email})`,
          isNull(people.emailVerifiedAt),
          isNull(people.disabledAt),
        ),
      )
    if (!person) return sameWork(tx, visitor)
    await sendConfirmation(tx, visitor, person)
    await recordAudit(tx, visitor, {
      did: 'person.resend-confirmation',
      patientId: person.role === 'patient' ? person.id : null,
      thing: 'person',
      thingId: person.id,
    })
  })
  return { sent: true }
}
