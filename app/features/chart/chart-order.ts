import { and, count, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { cases, orders, procedures } from '@db/schema/cases'

const orderFields = {
  id: orders.id,
  side: orders.side,
  mapSide: orders.mapSide,
  sideReason: orders.sideReason,
  intent: orders.intent,
  reason: orders.reason,
  orderedAt: orders.orderedAt,
}

/** The live order of this visit, and how far its procedure is. */
export async function chartOrder(tx: Tx, visitId: string) {
  const [order] = await tx
    .select({
      ...orderFields,
      caseId: cases.id,
      procedure: { id: procedures.id, state: procedures.state, startsAt: procedures.startsAt },
    })
    .from(orders)
    .innerJoin(cases, eq(cases.orderId, orders.id))
    .leftJoin(procedures, and(eq(procedures.caseId, cases.id), ne(procedures.state, 'cancelled')))
    .where(and(eq(orders.visitId, visitId), isNull(orders.cancelledAt)))
    .orderBy(desc(procedures.startsAt))
    .limit(1)
  return order ?? null
}

/** The procedure a follow-up looks back on, with the order it came from. */
export async function chartProcedure(tx: Tx, procedureId: string) {
  const [row] = await tx
    .select({
      id: procedures.id,
      side: procedures.side,
      state: procedures.state,
      startsAt: procedures.startsAt,
      needleInAt: procedures.needleInAt,
      needleOutAt: procedures.needleOutAt,
      painBefore: procedures.painBefore,
      painAfter: procedures.painAfter,
      order: orderFields,
    })
    .from(procedures)
    .innerJoin(cases, eq(cases.id, procedures.caseId))
    .innerJoin(orders, eq(orders.id, cases.orderId))
    .where(eq(procedures.id, procedureId))
  return row ?? null
}

/** How many injections of each kind this person had: plans count sessions. */
export async function earlierProcedures(tx: Tx, patientId: string) {
  const rows = await tx
    .select({ intent: cases.intent, done: count() })
    .from(procedures)
    .innerJoin(cases, eq(cases.id, procedures.caseId))
    .where(and(eq(procedures.patientId, patientId), inArray(procedures.state, ['done'])))
    .groupBy(cases.intent)
  const of = (intent: string) => rows.find((row) => row.intent === intent)?.done ?? 0
  return { diagnostic: of('diagnostic'), therapeutic: of('therapeutic') }
}
