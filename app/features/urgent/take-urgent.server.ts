import { eq } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { urgentItems } from '@db/schema/intake'
import { wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { lockItem } from './lock-item.server'

/** A clinician takes over the call. The first one has it; everyone else learns who and when. Taking it again changes nothing. */
export function takeUrgent(
  context: Context,
  wish: { itemId: string },
): Promise<{ id: string; takenAt: Date } | Refusal<'missing' | 'closed' | 'taken'>> {
  return transact(context, async (tx) => {
    const item = await lockItem(tx, context, wish.itemId)
    if (wasRefused(item)) return item
    if (item.takenAt) return { id: item.id, takenAt: item.takenAt }
    await tx
      .update(urgentItems)
      .set({ ownerId: context.actor.id, takenAt: context.now })
      .where(eq(urgentItems.id, item.id))
    await recordAudit(tx, context, {
      did: 'urgent.take',
      patientId: item.patientId,
      thing: 'urgent_item',
      thingId: item.id,
    })
    await announce(tx, { topic: 'urgent', patientId: item.patientId })
    return { id: item.id, takenAt: context.now }
  })
}
