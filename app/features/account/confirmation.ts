import type { Tx } from '@db/client'
import { personTokens } from '@db/schema/people'
import { sendMail } from '@db/send-mail'
import { newToken } from '@db/token'
import { confirmMail } from '~/domain/people/account-mails'
import type { Context } from '../context'

const livesFor = { hours: 24 }

/** Mails a fresh link that confirms the address, in the caller's transaction. */
export async function sendConfirmation(
  tx: Tx,
  context: Context,
  person: { id: string; email: string | null },
): Promise<void> {
  const token = newToken()
  await tx.insert(personTokens).values({
    tokenHash: token.hash,
    personId: person.id,
    purpose: 'verify_email',
    expiresAt: new Date(context.now.getTime() + livesFor.hours * 3_600_000),
    createdAt: context.now,
  })
  await sendMail(tx, context, {
    toAddress: person.email,
    personId: person.id,
    ...confirmMail(context.clinic, token.raw),
  })
}
