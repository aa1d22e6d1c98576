import { eq, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { forgetAttempts } from '@db/count-attempt'
import { credentials, people, sessions } from '@db/schema/people'
import { endSession, openSession } from '@db/sessions'
import { hashToken } from '@db/token'
import { withTx } from '@db/tx'
import { checkPassword, TooBusy } from '~/adapters/password.server'
import { visitorActor } from '~/domain/people/actor'
import type { Role } from '~/domain/people/actor'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import type { Context } from '../context'
import { accountKey, busy, tooMany } from './gate'
import type { Gate } from './gate'

type Wish = {
  email: string
  password: string
  gate: Gate
  oldToken: string | null
  /** Opens nothing for anybody else: a page that waits for the person whose session has ended. */
  onlyFor?: string
}
type SignedIn = { token: string; role: Role; needsCode: boolean }

/**
 * Opens a session for the right e-mail and password; the old session of this browser ends. One answer, after the same
 * work, for an unknown address, a wrong password and a disabled person. `unverified` and `other`, another person than
 * `onlyFor`, are told only with the right password.
 */
export async function signIn(
  context: Context,
  wish: Wish,
): Promise<SignedIn | Refusal<'wrong' | 'unverified' | 'other' | 'too-many' | 'busy'>> {
  const limited = await tooMany(context, wish.gate, 'sign-in', wish.email)
  if (limited) return limited
  const visitor = { ...context, actor: visitorActor }
  const person = await withTx(context.database, visitorActor, async (tx) => {
    const [found] = await tx
      .select({
        id: people.id,
        role: people.role,
        disabledAt: people.disabledAt,
        verifiedAt: people.emailVerifiedAt,
        passwordHash: credentials.passwordHash,
        totpConfirmedAt: credentials.totpConfirmedAt,
      })
      .from(people)
      .innerJoin(credentials, eq(credentials.personId, people.id))
      .where(sql`lower(${people.email}) = lower(${wish.email})`)
    return found
  })
  let fits = false
  try {
    fits = await checkPassword(person?.passwordHash ?? null, wish.password)
  } catch (error) {
    if (error instanceof TooBusy) return busy
    throw error
  }
  const who = { patientId: person?.role === 'patient' ? person.id : null, thing: 'person', thingId: person?.id }
  if (!person || !fits || person.disabledAt) {
    await withTx(context.database, visitorActor, (tx) => recordAudit(tx, visitor, { did: 'session.refuse', ...who }))
    return refuse('wrong', 'This e-mail and password do not go together. Check both and try again.')
  }
  if (!person.verifiedAt) return refuse('unverified', 'Confirm your e-mail first.')
  if (wish.onlyFor !== undefined && wish.onlyFor !== person.id) {
    await withTx(context.database, visitorActor, (tx) => recordAudit(tx, visitor, { did: 'session.refuse', ...who }))
    return refuse('other', 'These answers belong to another account. Sign in with the account you used before.')
  }
  const token = await withTx(context.database, visitorActor, async (tx) => {
    if (wish.oldToken) {
      const [old] = await tx
        .select({ id: sessions.id, personId: sessions.personId })
        .from(sessions)
        .where(eq(sessions.tokenHash, hashToken(wish.oldToken)))
      if (old) await endSession(tx, old)
    }
    await recordAudit(tx, visitor, { did: 'session.open', ...who })
    return openSession(tx, { personId: person.id, role: person.role, secondFactor: false })
  })
  await forgetAttempts(context.database, accountKey(wish.gate, 'sign-in', wish.email))
  return { token, role: person.role, needsCode: person.totpConfirmedAt !== null }
}
