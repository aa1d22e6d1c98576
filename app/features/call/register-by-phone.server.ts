import { randomUUID } from 'node:crypto'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { people } from '@db/schema/people'
import { sendMail } from '@db/send-mail'
import { newToken } from '@db/token'
import { invitationMail } from '~/domain/people/account-mails'
import type { PhoneRegistration } from '~/domain/people/account-forms'
import { invitationLasts } from '~/domain/people/invitation-lasts'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { phoneDigits } from './alike'

type Wish = Pick<PhoneRegistration, 'name' | 'bornOn' | 'sexAtBirth' | 'phone' | 'email' | 'homeState' | 'different'>

/** Somebody who may be the same person, and what of them is alike. */
export type Alike = {
  readonly id: string
  readonly name: string
  readonly bornOn: string | null
  readonly phone: string | null
  readonly same: readonly ('person' | 'phone' | 'email')[]
}
export type AlikeFound = Refusal<'alike'> & { readonly alike: readonly Alike[] }

/**
 * Registers a patient who calls. Whoever has the same name and birth date, phone or e-mail is shown first; `different` names
 * those who were said to be somebody else. Two schedulers at once register one person once. With an e-mail an invitation
 * goes out, whose link works once, for seven days, with the birth date; without one no mail is ever sent.
 * Refuses `alike`, and `email` when the address belongs to another account.
 */
export function registerByPhone(
  context: Context,
  wish: Wish,
): Promise<{ id: string; invited: boolean } | AlikeFound | Refusal<'missing' | 'email'>> {
  return transact(context, async (tx) => {
    if (!may.askByPhone(context.actor)) return refuse('missing', 'There is no such page.')
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('register by phone', 0))`)
    const alike = await alikes(tx, wish)
    await recordAudit(
      tx,
      context,
      alike.map(({ id }) => ({ did: 'person.compare', patientId: id, thing: 'person', thingId: id })),
    )
    const asked = alike.filter(({ id, same }) => same.includes('email') || !wish.different.includes(id))
    if (asked.length > 0)
      return { ...refuse('alike', 'Someone like this is registered already. Is this the same person?'), alike: asked }
    const id = randomUUID()
    const [made] = await tx
      .insert(people)
      .values({
        id,
        role: 'patient',
        email: wish.email ?? null,
        name: wish.name,
        bornOn: wish.bornOn,
        sexAtBirth: wish.sexAtBirth,
        phone: wish.phone,
        homeState: wish.homeState === 'elsewhere' ? null : wish.homeState,
        timeZone: context.clinic.timeZone,
        createdAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: people.id })
    if (!made) return refuse('email', 'This e-mail belongs to another account. Ask for another one, or leave it out.')
    const about = { patientId: id, thing: 'person', thingId: id }
    await recordAudit(tx, context, { did: 'person.register-by-phone', ...about })
    if (wish.email !== undefined) await invite(tx, context, { id, email: wish.email })
    await announce(tx, { topic: 'people', patientId: id })
    return { id, invited: wish.email !== undefined }
  })
}

async function alikes(tx: Tx, wish: Wish): Promise<Alike[]> {
  const person = and(sql`lower(${people.name}) = lower(${wish.name})`, eq(people.bornOn, wish.bornOn))
  const phone = sql`right(regexp_replace(${people.phone}, '[^0-9]', '', 'g'), 10) = ${phoneDigits(wish.phone)}`
  const email = wish.email === undefined ? sql`false` : sql`lower(${people.email}) = lower(${wish.email})`
  const rows = await tx
    .select({
      id: people.id,
      name: people.name,
      bornOn: people.bornOn,
      phone: people.phone,
      person: sql<boolean>`coalesce(${person}, false)`,
      samePhone: sql<boolean>`coalesce(${phone}, false)`,
      email: sql<boolean>`coalesce(${email}, false)`,
    })
    .from(people)
    .where(and(eq(people.role, 'patient'), isNull(people.disabledAt), or(person, phone, email)))
    .orderBy(people.name, people.bornOn)
  return rows.map(({ person: samePerson, samePhone, email: sameEmail, ...row }) => ({
    ...row,
    same: [
      ...(samePerson ? (['person'] as const) : []),
      ...(samePhone ? (['phone'] as const) : []),
      ...(sameEmail ? (['email'] as const) : []),
    ],
  }))
}

async function invite(tx: Tx, context: Context, person: { id: string; email: string }): Promise<void> {
  const token = newToken()
  const until = new Date(context.now.getTime() + invitationLasts.days * 86_400_000)
  await tx.execute(
    sql`select app.invite_registered(${person.id}, ${token.hash}, ${context.now.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz)`,
  )
  const words = invitationMail(context.clinic, token.raw)
  await sendMail(tx, context, { toAddress: person.email, personId: person.id, ...words })
}
