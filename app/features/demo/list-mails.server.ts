import { desc } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { mails } from '@db/schema/records'
import { withTx } from '@db/tx'
import { systemActor } from '~/domain/people/actor'
import type { Context } from '../context'

const shown = 200

/** The newest mails of the demo's mailbox, newest first: only the demo and tests ask. */
export function listMails(context: Context) {
  return withTx(context.database, systemActor, async (tx) => {
    await recordAudit(tx, { ...context, actor: systemActor }, { did: 'demo.read-mailbox' })
    return tx
      .select({
        id: mails.id,
        toAddress: mails.toAddress,
        subject: mails.subject,
        createdAt: mails.createdAt,
        sentAt: mails.sentAt,
      })
      .from(mails)
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(shown)
  })
}
