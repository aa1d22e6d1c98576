import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { credentials, people } from '@db/schema/people'
import { sendMail } from '@db/send-mail'
import { withTx } from '@db/tx'
import { hashPassword, TooBusy } from '~/adapters/password.server'
import { visitorActor } from '~/domain/people/actor'
import { knownAddressMail } from '~/domain/people/account-mails'
import type { Refusal } from '~/domain/refusal'
import type { Context } from '../context'
import { sendConfirmation } from './confirmation'
import { busy, tooMany } from './gate'
import type { Gate } from './gate'

type Wish = {
  name: string
  bornOn: string
  email: string
  phone: string
  homeState: string
  password: string
  gate: Gate
}

/**
 * Makes a patient's account and mails the link that confirms the address. For an address that has an account already the
 * answer is the same and nothing changes there: its owner gets a mail that says so.
 */
export async function registerPatient(
  context: Context,
  wish: Wish,
): Promise<{ sent: true } | Refusal<'too-many' | 'busy'>> {
  const limited = await tooMany(context, wish.gate, 'register', wish.email)
  if (limited) return limited
  let passwordHash: string
  try {
    passwordHash = await hashPassword(wish.password)
  } catch (error) {
    if (error instanceof TooBusy) return busy
    throw error
  }
  const visitor = { ...context, actor: visitorActor }
  await withTx(context.database, visitorActor, async (tx) => {
    const id = randomUUID()
    const [made] = await tx
      .insert(people)
      .values({
        id,
        role: 'patient',
        email: wish.email,
        name: wish.name,
        bornOn: wish.bornOn,
        phone: wish.phone,
        homeState: wish.homeState === 'elsewhere' ? null : wish.homeState,
        timeZone: context.clinic.timeZone,
        createdAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: people.id })
    if (made) {
      await tx.insert(credentials).values({ personId: id, passwordHash, changedAt: context.now })
      await sendConfirmation(tx, visitor, { id, email: wish.email })
      await recordAudit(tx, visitor, { did: 'person.register', patientId: id, thing: 'person', thingId: id })
      return
    }
    const [known] = await tx
      .select({ id: people.id, role: people.role, email: people.email, verifiedAt: people.emailVerifiedAt })
      .from(people)
      .where(sql`lower(${people.email}) = lower(${wish.email})`)
    if (!known) return
    await sendMail(tx, context, { toAddress: known.email, personId: known.id, ...knownAddressMail(context.clinic) })
    await recordAudit(tx, visitor, {
      did: 'person.register-again',
      patientId: known.role === 'patient' ? known.id : null,
      thing: 'person',
      thingId: known.id,
    })
  })
  return { sent: true }
}
