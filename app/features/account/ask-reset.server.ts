import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { credentials, people, personTokens } from '@db/schema/people'
import { sendMail } from '@db/send-mail'
import { newToken } from '@db/token'
import { withTx } from '@db/tx'
import { visitorActor } from '~/domain/people/actor'
import { invitationMail, resetMail } from '~/domain/people/account-mails'
import { invitationLasts } from '~/domain/people/invitation-lasts'
import type { Refusal } from '~/domain/refusal'
import type { Context } from '../context'
import { tooMany } from './gate'
import type { Gate } from './gate'
import { sameWork } from './same-work'

const livesFor = { minutes: 60 }

/**
 * Mails a link to choose a new password when the address has an account; the answer never tells whether it has. Somebody
 * who was registered on the phone and never chose one gets a new invitation instead, which asks for the birth date.
 */
export async function askReset(
  context: Context,
  wish: { email: string; gate: Gate },
): Promise<{ sent: true } | Refusal<'too-many'>> {
  const limited = await tooMany(context, wish.gate, 'reset', wish.email)
  if (limited) return limited
  const visitor = { ...context, actor: visitorActor }
  await withTx(context.database, visitorActor, async (tx) => {
    const [person] = await tx
      .select({ id: people.id, email: people.email, role: people.role, hasPassword: isNotNull(credentials.personId) })
      .from(people)
      .leftJoin(credentials, eq(credentials.personId, people.id))
      .where(and(sql`lower(${people.email}) = lower(${wish.email})`, isNull(people.disabledAt)))
    await recordAudit(tx, visitor, {
      did: 'person.ask-reset',
      patientId: person?.role === 'patient' ? person.id : null,
      thing: 'person',
      thingId: person?.id,
    })
    if (!person) return sameWork(tx, visitor)
    const token = newToken()
    const minutes = person.hasPassword ? livesFor.minutes : invitationLasts.days * 24 * 60
    await tx.insert(personTokens).values({
      tokenHash: token.hash,
      personId: person.id,
      purpose: person.hasPassword ? 'reset_password' : 'invite',
      expiresAt: new Date(context.now.getTime() + minutes * 60_000),
      createdAt: context.now,
    })
    await sendMail(tx, context, {
      toAddress: person.email,
      personId: person.id,
      ...(person.hasPassword ? resetMail : invitationMail)(context.clinic, token.raw),
    })
  })
  return { sent: true }
}
