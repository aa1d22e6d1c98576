import { eq, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { credentials, people } from '@db/schema/people'
import { hashToken } from '@db/token'
import { withTx } from '@db/tx'
import { hashPassword, TooBusy } from '~/adapters/password.server'
import { visitorActor } from '~/domain/people/actor'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import type { Context } from '../context'
import { busy, tooMany } from './gate'
import type { Gate } from './gate'
import { tokenStands, useToken } from './use-token'

/**
 * Sets the first password of somebody who was registered on the phone: by the mailed link, which works once, and only with
 * the birth date, so that a mail that reached the wrong address opens nothing. The address is confirmed by it.
 */
export async function acceptInvitation(
  context: Context,
  wish: { token: string; bornOn: string; password: string; gate: Gate },
): Promise<{ accepted: true } | Refusal<'stale' | 'wrong' | 'too-many' | 'busy'>> {
  const stale = refuse('stale', 'This link no longer works.')
  const wrong = refuse('wrong', 'This birth date is not the one we wrote down. Check it, or call us.', 'bornOn')
  const limited = await tooMany(context, wish.gate, 'welcome', hashToken(wish.token))
  if (limited) return limited
  const visitor = { ...context, actor: visitorActor }
  const asOf = context.now.toISOString()
  const found = await withTx(context.database, visitorActor, async (tx) => {
    if (!(await tokenStands(tx, wish.token, 'invite', context.now))) return stale
    const [born] = await tx.execute<{ fits: boolean }>(
      sql`select app.invited_was_born_on(${hashToken(wish.token)}, ${wish.bornOn}::date, ${asOf}::timestamptz) as fits`,
    )
    if (born?.fits) return null
    await recordAudit(tx, visitor, { did: 'person.refuse-invitation', thing: 'invite' })
    return wrong
  })
  if (found) return found
  let passwordHash: string
  try {
    passwordHash = await hashPassword(wish.password)
  } catch (error) {
    if (error instanceof TooBusy) return busy
    throw error
  }
  return withTx(context.database, visitorActor, async (tx) => {
    const person = await useToken(tx, wish.token, 'invite', context.now)
    if (!person) return stale
    await tx
      .insert(credentials)
      .values({ personId: person.id, passwordHash, changedAt: context.now })
      .onConflictDoUpdate({ target: credentials.personId, set: { passwordHash, changedAt: context.now } })
    await tx
      .update(people)
      .set({ emailVerifiedAt: sql`coalesce(${people.emailVerifiedAt}, ${asOf})` })
      .where(eq(people.id, person.id))
    await recordAudit(tx, visitor, {
      did: 'person.accept-invitation',
      patientId: person.role === 'patient' ? person.id : null,
      thing: 'person',
      thingId: person.id,
      fields: ['password'],
    })
    return { accepted: true as const }
  })
}
