import { and, eq, isNull, sql } from 'drizzle-orm'
import { firstAlertAt } from '~/domain/urgent/alert-at'
import { dueAt } from '~/domain/urgent/due-at'
import type { UrgentSource, UrgentTier } from '~/domain/urgent/urgent-lists'
import { announce } from './announce'
import { recordAudit } from './audit'
import type { Auditor } from './audit'
import type { Tx } from './client'
import { enqueue } from './enqueue'
import { urgentItems } from './schema/intake'

export type UrgentWish = {
  patientId: string
  urgency: UrgentTier
  source: UrgentSource
  /** The intake for `intake` and `triage`, the diary entry for `diary`. */
  sourceId: string
  questionKey?: string
  code: string
}

/**
 * Someone must be telephoned: written, recorded, told to every staff page and queued for the on-call mail in this
 * transaction. While an open item that was not taken back has the same source, code, question and urgency, nothing new is
 * written.
 */
export async function openUrgentItem(
  tx: Tx,
  who: Auditor & { clinic: { timeZone: string } },
  wish: UrgentWish,
): Promise<{ id: string; dueAt: Date; opened: boolean }> {
  const due = dueAt(wish.urgency, who.now, who.clinic.timeZone)
  const [opened] = await tx
    .insert(urgentItems)
    .values({ ...wish, questionKey: wish.questionKey ?? null, openedAt: who.now, dueAt: due })
    .onConflictDoNothing()
    .returning({ id: urgentItems.id })
  if (!opened) return { ...(await known(tx, wish)), opened: false }
  await recordAudit(tx, who, {
    did: 'urgent.open',
    patientId: wish.patientId,
    thing: 'urgent_item',
    thingId: opened.id,
    fields: wish.questionKey ? [wish.questionKey] : undefined,
  })
  await announce(tx, { topic: 'urgent', patientId: wish.patientId })
  const runAt = firstAlertAt({ urgency: wish.urgency, openedAt: who.now, dueAt: due })
  await enqueue(tx, 'escalate-urgent', { urgentItemId: opened.id }, { key: `escalate-urgent:${opened.id}`, runAt })
  return { id: opened.id, dueAt: due, opened: true }
}

async function known(tx: Tx, wish: UrgentWish): Promise<{ id: string; dueAt: Date }> {
  const [item] = await tx
    .select({ id: urgentItems.id, dueAt: urgentItems.dueAt })
    .from(urgentItems)
    .where(
      and(
        eq(urgentItems.sourceId, wish.sourceId),
        eq(urgentItems.code, wish.code),
        eq(urgentItems.urgency, wish.urgency),
        sql`coalesce(${urgentItems.questionKey}, '') = ${wish.questionKey ?? ''}`,
        isNull(urgentItems.closedAt),
        isNull(urgentItems.correctedAt),
      ),
    )
  if (!item) throw new Error('An open urgent item was there and is gone within one transaction.')
  return item
}
