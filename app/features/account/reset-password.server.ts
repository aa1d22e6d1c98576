import { eq, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { credentials, people } from '@db/schema/people'
import { sendMail } from '@db/send-mail'
import { endSessionsOf } from '@db/sessions'
import { withTx } from '@db/tx'
import { hashPassword, TooBusy } from '~/adapters/password.server'
import { visitorActor } from '~/domain/people/actor'
import { passwordChangedMail } from '~/domain/people/account-mails'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import type { Context } from '../context'
import { busy } from './gate'
import { tokenStands, useToken } from './use-token'

/** Sets a new password by the mailed link, which works once, for an hour: every session of the person ends. */
export async function resetPassword(
  context: Context,
  wish: { token: string; password: string },
): Promise<{ changed: true } | Refusal<'stale' | 'busy'>> {
  const stale = refuse('stale', 'This link no longer works.')
  const stands = await withTx(context.database, visitorActor, (tx) =>
    tokenStands(tx, wish.token, 'reset_password', context.now),
  )
  if (!stands) return stale
  let passwordHash: string
  try {
    passwordHash = await hashPassword(wish.password)
  } catch (error) {
    if (error instanceof TooBusy) return busy
    throw error
  }
  const visitor = { ...context, actor: visitorActor }
  return withTx(context.database, visitorActor, async (tx) => {
    const person = await useToken(tx, wish.token, 'reset_password', context.now)
    if (!person) return stale
    await tx
      .update(credentials)
      .set({ passwordHash, changedAt: context.now })
      .where(eq(credentials.personId, person.id))
    await tx
      .update(people)
      .set({ emailVerifiedAt: sql`coalesce(${people.emailVerifiedAt}, ${context.now.toISOString()})` })
      .where(eq(people.id, person.id))
    await endSessionsOf(tx, person.id)
    await sendMail(tx, context, {
      toAddress: person.email,
      personId: person.id,
      ...passwordChangedMail(context.clinic),
    })
    await recordAudit(tx, visitor, {
      did: 'person.reset-password',
      patientId: person.role === 'patient' ? person.id : null,
      thing: 'person',
      thingId: person.id,
      fields: ['password'],
    })
    return { changed: true as const }
  })
}
