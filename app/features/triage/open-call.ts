import { eq } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { openUrgentItem } from '@db/open-urgent-item'
import { readOpenUrgent } from '@db/read-open-urgent'
import { urgentItems } from '@db/schema/intake'
import { needsNow } from '~/domain/urgent/needs-now'
import type { UrgentTier } from '~/domain/urgent/urgent-lists'
import type { Context } from '~/features/context'
import { ownRunningVisit } from './own-running-visit'

type Wish = {
  patientId: string
  intakeId: string
  urgency: UrgentTier
  code: string
  questionKey?: string
}

export type Call = { readonly id: string; readonly urgency: UrgentTier; readonly dueAt: Date; readonly mine: boolean }

/**
 * Puts the person on the list of those who must be telephoned, unless they are on it for this intake and as
 * urgently. A clinician who
 * is with the patient in a visit now has the call at once: it is on record and theirs to close in words, and nobody is paged.
 */
export async function openCall(tx: Tx, context: Context, wish: Wish): Promise<Call> {
  const waiting = (await readOpenUrgent(tx, wish.patientId)).filter((item) => item.sourceId === wish.intakeId)
  const known = waiting.find((item) => needsNow(item) || wish.urgency === 'same_day')
  if (known) {
    const { id, urgency, dueAt } = known
    return { id, urgency, dueAt, mine: known.ownerId === context.actor.id }
  }
  const { intakeId, ...about } = wish
  const { id, dueAt, opened } = await openUrgentItem(tx, context, { ...about, source: 'triage', sourceId: intakeId })
  const together = opened && (await ownRunningVisit(tx, context, wish.patientId)) !== null
  if (together) {
    await tx.update(urgentItems).set({ ownerId: context.actor.id, takenAt: context.now }).where(eq(urgentItems.id, id))
    const item = { patientId: wish.patientId, thing: 'urgent_item', thingId: id }
    await recordAudit(tx, context, { did: 'urgent.take', ...item })
    await announce(tx, { topic: 'urgent', patientId: wish.patientId })
  }
  return { id, urgency: wish.urgency, dueAt, mine: together }
}
