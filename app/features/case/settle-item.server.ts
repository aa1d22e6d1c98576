import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { checklistItems } from '@db/schema/cases'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { ItemWish } from '~/domain/case/case-wishes'
import { itemWords } from '~/domain/case/item-words'
import { refuse } from '~/domain/refusal'
import { transact } from '../context'
import type { Context } from '../context'

/**
 * Settles or reopens a checklist line with its proof. Lines that a clinician resolves are refused to everyone else
 * (clinical basis, section 5: a clinician decides), and the authorisation line follows the plan's recorded answer only.
 */
export async function settleItem(context: Context, wish: { caseId: string } & z.output<typeof ItemWish>) {
  return transact(context, async (tx) => {
    const [item] = await tx
      .select()
      .from(checklistItems)
      .where(and(eq(checklistItems.id, wish.itemId), eq(checklistItems.caseId, wish.caseId)))
      .for('update')
    if (!item) return refuse('missing', 'There is no such line.')
    if (item.code === 'authorisation' && wish.state !== 'not_needed') {
      return refuse('by_answer', 'This line follows the plan’s answer. Record the answer instead.')
    }
    if (item.resolver === 'clinician' && context.actor.role !== 'provider') {
      return refuse('clinician_only', `${itemWords(item.code).title}: a clinician settles this line.`)
    }
    const open = wish.state === 'open'
    await tx
      .update(checklistItems)
      .set({
        state: wish.state,
        proof: open ? null : wish.proof,
        changedBy: context.actor.id,
        changedAt: context.now,
      })
      .where(eq(checklistItems.id, item.id))
    await recordAudit(tx, context, {
      did: 'checklist_item.settle',
      patientId: item.patientId,
      thing: 'checklist_item',
      thingId: item.id,
      fields: ['state', 'proof'],
    })
    await announce(tx, { topic: 'case', patientId: item.patientId })
    return { id: item.id }
  })
}
