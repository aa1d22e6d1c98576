import { and, eq, isNull, sql } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { sendMail } from '@db/send-mail'
import { newToken } from '@db/token'
import { invitationMail } from '~/domain/people/account-mails'
import { invitationLasts } from '~/domain/people/invitation-lasts'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/**
 * Adds the e-mail of a patient who was registered without one, and sends the invitation: its link works once, for seven
 * days, with the birth date. Refuses `email` when another account has the address, without a word about whose, and `there`
 * when the person has one already.
 */
export function addEmail(
  context: Context,
  wish: { patientId: string; email: string },
): Promise<{ id: string } | Refusal<'missing' | 'email' | 'there'>> {
  return transact(context, async (tx) => {
    const missing = refuse('missing', 'There is no such patient.')
    if (!may.askByPhone(context.actor)) return missing
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, wish.patientId), eq(people.role, 'patient'), isNull(people.disabledAt)))
    if (!person) return missing
    const { id } = person
    const token = newToken()
    const until = new Date(context.now.getTime() + invitationLasts.days * 86_400_000)
    const [given] = await tx.execute<{ outcome: string }>(
      sql`select app.add_email(${id}, ${wish.email}, ${token.hash}, ${context.now.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz) as outcome`,
    )
    const about = { patientId: id, thing: 'person', thingId: id, fields: ['email'] }
    if (given?.outcome !== 'added') {
      await recordAudit(tx, context, { did: 'person.refuse-email', ...about })
      return given?.outcome === 'taken'
        ? refuse('email', 'This e-mail cannot be used here. Ask for another one.')
        : refuse('there', 'An e-mail is there already. Only they can change it.')
    }
    await recordAudit(tx, context, { did: 'person.add-email', ...about })
    await sendMail(tx, context, { toAddress: wish.email, personId: id, ...invitationMail(context.clinic, token.raw) })
    await announce(tx, { topic: 'people', patientId: id })
    return { id }
  })
}
