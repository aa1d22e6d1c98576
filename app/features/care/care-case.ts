import { and, desc, eq, ne } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { authorisations, cases, checklistItems, orders, procedures } from '@db/schema/cases'
import { outcomes } from '@db/schema/outcomes'
import { locations, people } from '@db/schema/people'

/** The newest order of this patient with its case: what the plan said, what is open, and the procedure that is booked or done. */
export async function careCase(tx: Tx, patientId: string) {
  const [found] = await tx
    .select({
      caseId: cases.id,
      closedAt: cases.closedAt,
      side: cases.side,
      orderedAt: orders.orderedAt,
      cancelledAt: orders.cancelledAt,
    })
    .from(cases)
    .innerJoin(orders, eq(orders.id, cases.orderId))
    .where(eq(cases.patientId, patientId))
    .orderBy(desc(orders.orderedAt))
    .limit(1)
  if (!found || found.cancelledAt) return null
  const items = await tx
    .select({
      id: checklistItems.id,
      code: checklistItems.code,
      state: checklistItems.state,
      resolver: checklistItems.resolver,
    })
    .from(checklistItems)
    .where(eq(checklistItems.caseId, found.caseId))
  const [authorisation] = await tx
    .select({
      sentAt: authorisations.sentAt,
      decisionDueAt: authorisations.decisionDueAt,
      decision: authorisations.decision,
      decidedAt: authorisations.decidedAt,
      validUntil: authorisations.validUntil,
    })
    .from(authorisations)
    .where(eq(authorisations.caseId, found.caseId))
    .orderBy(desc(authorisations.sentAt))
    .limit(1)
  const [booked] = await tx
    .select({
      procedure: procedures,
      place: { name: locations.name, address: locations.address },
      providerName: people.name,
      outcomeAt: outcomes.decidedAt,
    })
    .from(procedures)
    .innerJoin(locations, eq(locations.id, procedures.locationId))
    .innerJoin(people, eq(people.id, procedures.providerId))
    .leftJoin(outcomes, eq(outcomes.procedureId, procedures.id))
    .where(and(eq(procedures.caseId, found.caseId), ne(procedures.state, 'cancelled')))
    .limit(1)
  return { ...found, items, authorisation: authorisation ?? null, booked: booked ?? null }
}

export type CareCase = NonNullable<Awaited<ReturnType<typeof careCase>>>
