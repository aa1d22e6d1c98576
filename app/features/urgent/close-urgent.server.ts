import { eq } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { dequeue } from '@db/enqueue'
import { urgentItems } from '@db/schema/intake'
import { refuse, wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { lockItem } from './lock-item.server'

const shortestOutcome = 3

/** The clinician who took the call writes how it ended; the person's pages open again. Only they can, and only in words. */
export function closeUrgent(
  context: Context,
  wish: { itemId: string; outcome: string },
): Promise<{ id: string; closedAt: Date } | Refusal<'missing' | 'closed' | 'taken' | 'untaken' | 'outcome'>> {
  return transact(context, async (tx) => {
    const item = await lockItem(tx, context, wish.itemId)
    if (wasRefused(item)) return item
    const outcome = wish.outcome.trim()
    if (!item.takenAt) return refuse('untaken', 'Take the call first. Then say how it ended.')
    if (outcome.length < shortestOutcome) return refuse('outcome', 'Say in words how it ended.', 'outcome')
    await tx
      .update(urgentItems)
      .set({ closedAt: context.now, closedBy: context.actor.id, outcome })
      .where(eq(urgentItems.id, item.id))
    await recordAudit(tx, context, {
      did: 'urgent.close',
      patientId: item.patientId,
      thing: 'urgent_item',
      thingId: item.id,
      fields: ['outcome'],
    })
    await announce(tx, { topic: 'urgent', patientId: item.patientId })
    await dequeue(tx, `escalate-urgent:${item.id}`)
    return { id: item.id, closedAt: context.now }
  })
}
