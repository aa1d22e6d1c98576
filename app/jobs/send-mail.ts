import { eq } from 'drizzle-orm'
import { mails } from '@db/schema/records'
import { withTx } from '@db/tx'
import { z } from 'zod'
import type { Task } from './job'

const Payload = z.object({ mailId: z.uuid() })

/**
 * Sends one mail and notes when; what was sent is kept no longer, because mailed links open things. Where no mail server is
 * set up it is only noted: the demo shows it in the mailbox.
 */
export const sendMailTask: Task = async ({ context, mailer }, payload) => {
  const { mailId } = Payload.parse(payload)
  const read = await withTx(context.database, context.actor, (tx) =>
    tx.select().from(mails).where(eq(mails.id, mailId)),
  )
  const mail = read[0]
  if (!mail || mail.sentAt) return
  await mailer?.send(mail)
  const emptied = mailer ? { body: '', calendar: null } : {}
  await withTx(context.database, context.actor, (tx) =>
    tx
      .update(mails)
      .set({ sentAt: context.now, ...emptied })
      .where(eq(mails.id, mailId)),
  )
}
