import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { withTx } from '@db/tx'
import { visitorActor } from '~/domain/people/actor'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import type { Context } from '../context'
import { useToken } from './use-token'

/** Confirms the address of the mailed link; the link works once, for 24 hours. */
export function verifyEmail(context: Context, wish: { token: string }): Promise<{ verified: true } | Refusal<'stale'>> {
  const visitor = { ...context, actor: visitorActor }
  return withTx(context.database, visitorActor, async (tx) => {
    const person = await useToken(tx, wish.token, 'verify_email', context.now)
    if (!person) return refuse('stale', 'This link no longer works.')
    await tx
      .update(people)
      .set({ emailVerifiedAt: context.now })
      .where(and(eq(people.id, person.id), isNull(people.emailVerifiedAt)))
    await recordAudit(tx, visitor, {
      did: 'person.verify-email',
      patientId: person.role === 'patient' ? person.id : null,
      thing: 'person',
      thingId: person.id,
      fields: ['email_verified_at'],
    })
    return { verified: true as const }
  })
}
