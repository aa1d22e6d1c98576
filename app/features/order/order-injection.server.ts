import { and, eq, isNull, notExists, sql } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { cases, checklistItems, orders, procedures } from '@db/schema/cases'
import { visits } from '@db/schema/visits'
import type { Intent } from '~/domain/case/case-lists'
import { sideDiffers } from '~/domain/case/order-wish'
import { may } from '~/domain/people/permissions'
import type { Side } from '~/domain/people/side'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { intakeFacts } from './intake-facts'

type Wish = { visitId: string; side: Side; sideReason?: string; intent: Intent; reason: string }
type Refused = Refusal<'no_visit' | 'not_begun' | 'side_reason' | 'duplicate'>

/**
 * Orders one SI-joint injection and opens its case with payer and checklist, all or nothing. A side that differs from the
 * body map needs a reason in words. Refused while another order of this person waits for its procedure.
 */
export async function orderInjection(
  context: Context,
  wish: Wish,
): Promise<{ orderId: string; caseId: string } | Refused> {
  if (!may.readChart(context.actor)) return refuse('no_visit', 'There is no such visit.')
  return transact(context, async (tx) => {
    const [visit] = await tx
      .select({ id: visits.id, patientId: visits.patientId, providerId: visits.providerId, state: visits.state })
      .from(visits)
      .where(eq(visits.id, wish.visitId))
    if (!visit || !may.order(context.actor, visit)) return refuse('no_visit', 'There is no such visit.')
    if (visit.state !== 'in_visit' && visit.state !== 'ended') {
      return refuse('not_begun', 'The visit has not begun. Order when you have seen the patient.')
    }
    const facts = await intakeFacts(tx, visit.patientId)
    const sideReason = wish.sideReason?.trim() ?? ''
    if (sideDiffers(facts.mapSide, wish.side) && sideReason.length < 3) {
      return refuse('side_reason', 'This is not the side on the body map. Say why.', 'sideReason')
    }
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`order:${visit.patientId}`}, 0))`)
    if (await hasOpenOrder(tx, visit.patientId)) {
      return refuse('duplicate', 'An order for this patient is open already. Cancel it first, or let it go on.')
    }

    const [order] = await tx
      .insert(orders)
      .values({
        visitId: visit.id,
        patientId: visit.patientId,
        providerId: context.actor.id,
        side: wish.side,
        mapSide: facts.mapSide,
        sideReason: sideReason || null,
        intent: wish.intent,
        reason: wish.reason,
        orderedAt: context.now,
      })
      .returning({ id: orders.id })
    if (!order) throw new Error('An order was not written.')
    const [opened] = await tx
      .insert(cases)
      .values({
        orderId: order.id,
        patientId: visit.patientId,
        side: wish.side,
        intent: wish.intent,
        providerId: context.actor.id,
        payer: facts.payer,
        memberId: facts.memberId,
        openedAt: context.now,
      })
      .returning({ id: cases.id })
    if (!opened) throw new Error('A case was not opened.')
    await tx
      .insert(checklistItems)
      .values(facts.checklist.map((item) => ({ ...item, caseId: opened.id, patientId: visit.patientId })))
    await recordAudit(tx, context, {
      did: 'order.create',
      patientId: visit.patientId,
      thing: 'order',
      thingId: order.id,
      fields: ['side', 'intent', 'reason', 'checklist'],
    })
    await announce(tx, { topic: 'case', patientId: visit.patientId, visitId: visit.id })
    return { orderId: order.id, caseId: opened.id }
  })
}

async function hasOpenOrder(tx: Tx, patientId: string): Promise<boolean> {
  const done = tx
    .select({ id: procedures.id })
    .from(procedures)
    .where(and(eq(procedures.caseId, cases.id), eq(procedures.state, 'done')))
  const open = await tx
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(orders, eq(orders.id, cases.orderId))
    .where(and(eq(cases.patientId, patientId), isNull(cases.closedAt), isNull(orders.cancelledAt), notExists(done)))
    .limit(1)
  return open.length > 0
}
