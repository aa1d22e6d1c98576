import { and, eq, isNull } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { urgentItems } from '@db/schema/intake'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import type { UrgentReply } from '~/domain/urgent/urgent-lists'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

type Wish = { itemId: string; patientId?: string } & ({ reply: UrgentReply } | { mistake: true })

/**
 * The person says what they do, or that the answer was a wrong tap. Both are written and told to the clinicians; the
 * answer stays and so does the item: only a human closes it. `patientId`: the person who is asked by phone.
 */
export function replyUrgent(context: Context, wish: Wish): Promise<{ id: string } | Refusal<'missing'>> {
  return transact(context, async (tx) => {
    const patientId = wish.patientId ?? context.actor.id
    const said = 'reply' in wish ? { reply: wish.reply, repliedAt: context.now } : { mistakeSaidAt: context.now }
    const [item] = await tx
      .update(urgentItems)
      .set(said)
      .where(and(eq(urgentItems.id, wish.itemId), eq(urgentItems.patientId, patientId), isNull(urgentItems.closedAt)))
      .returning({ id: urgentItems.id })
    if (!item) return refuse('missing', 'There is no such call.')
    await recordAudit(tx, context, {
      did: 'reply' in wish ? 'urgent.reply' : 'urgent.mistake',
      patientId,
      thing: 'urgent_item',
      thingId: item.id,
    })
    await announce(tx, { topic: 'urgent', patientId })
    return { id: item.id }
  })
}
