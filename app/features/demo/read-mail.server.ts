import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { mails } from '@db/schema/records'
import { withTx } from '@db/tx'
import { isOpaqueId } from '~/domain/opaque-id'
import { systemActor } from '~/domain/people/actor'
import { refuse } from '~/domain/refusal'
import type { Context } from '../context'

/** One mail of the demo's mailbox: only the demo and tests ask. */
export async function readMail(context: Context, wish: { mailId: string }) {
  if (!isOpaqueId(wish.mailId)) return refuse('missing', 'There is no such mail.')
  return withTx(context.database, systemActor, async (tx) => {
    const [mail] = await tx.select().from(mails).where(eq(mails.id, wish.mailId))
    if (!mail) return refuse('missing', 'There is no such mail.')
    await recordAudit(
      tx,
      { ...context, actor: systemActor },
      { did: 'demo.read-mail', thing: 'mail', thingId: mail.id },
    )
    return mail
  })
}
