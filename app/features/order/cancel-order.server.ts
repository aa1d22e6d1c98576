import { and, eq, isNull, ne } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { cases, orders, procedures } from '@db/schema/cases'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** Takes an order back and closes its case with the reason. Refused once a procedure is booked or done. */
export async function cancelOrder(
  context: Context,
  wish: { visitId: string; reason: string },
): Promise<{ orderId: string } | Refusal<'no_order' | 'booked'>> {
  if (!may.readChart(context.actor)) return refuse('no_order', 'There is no such order.')
  return transact(context, async (tx) => {
    const [order] = await tx
      .select({ id: orders.id, caseId: cases.id, patientId: orders.patientId, providerId: orders.providerId })
      .from(orders)
      .innerJoin(cases, eq(cases.orderId, orders.id))
      .where(and(eq(orders.visitId, wish.visitId), isNull(orders.cancelledAt)))
      .for('update')
    if (!order || !may.order(context.actor, order)) return refuse('no_order', 'There is no such order.')
    const [procedure] = await tx
      .select({ state: procedures.state })
      .from(procedures)
      .where(and(eq(procedures.caseId, order.caseId), ne(procedures.state, 'cancelled')))
      .limit(1)
    if (procedure) {
      return refuse('booked', 'The injection is booked already. The booking has to be cancelled first.')
    }
    await tx.update(orders).set({ cancelledAt: context.now }).where(eq(orders.id, order.id))
    await tx.update(cases).set({ closedAt: context.now, closedWhy: wish.reason }).where(eq(cases.id, order.caseId))
    await recordAudit(tx, context, {
      did: 'order.cancel',
      patientId: order.patientId,
      thing: 'order',
      thingId: order.id,
      fields: ['cancelledAt', 'closedWhy'],
    })
    await announce(tx, { topic: 'case', patientId: order.patientId, visitId: wish.visitId })
    return { orderId: order.id }
  })
}
