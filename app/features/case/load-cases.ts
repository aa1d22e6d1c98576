import type { Tx } from '@db/client'
import { authorisations, cases, checklistItems, orders, procedures } from '@db/schema/cases'
import { diaryEntries, outcomes } from '@db/schema/outcomes'
import { people } from '@db/schema/people'
import { notes, visits } from '@db/schema/visits'
import { and, desc, eq, inArray, isNull, max, ne } from 'drizzle-orm'
import type { CaseFacts } from '~/domain/case/stage'

export type LoadedCase = {
  case: typeof cases.$inferSelect
  order: { id: string; orderedAt: Date; mapSide: string; sideReason: string | null; visitId: string }
  patient: {
    id: string
    name: string
    bornOn: string | null
    phone: string | null
    timeZone: string
    email: string | null
  }
  items: (typeof checklistItems.$inferSelect)[]
  authorisation: typeof authorisations.$inferSelect | null
  procedure: typeof procedures.$inferSelect | null
  followUp: { id: string; startsAt: Date; endedAt: Date | null; state: string } | null
  outcome: { nextStep: string; decidedAt: Date } | null
  facts: CaseFacts
}

const byKey = <T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return groups
}

/** Cases with everything their stage is derived from: the given ones, or all that are open. Reads what booking needs and no clinical words. */
export async function loadCases(tx: Tx, caseIds?: readonly string[]): Promise<LoadedCase[]> {
  const rows = await tx
    .select({
      case: cases,
      order: {
        id: orders.id,
        orderedAt: orders.orderedAt,
        mapSide: orders.mapSide,
        sideReason: orders.sideReason,
        visitId: orders.visitId,
      },
      consult: { endedAt: visits.endedAt, admittedAt: visits.admittedAt },
      noteSignedAt: notes.signedAt,
      patient: {
        id: people.id,
        name: people.name,
        bornOn: people.bornOn,
        phone: people.phone,
        timeZone: people.timeZone,
        email: people.email,
      },
    })
    .from(cases)
    .innerJoin(orders, eq(orders.id, cases.orderId))
    .innerJoin(visits, eq(visits.id, orders.visitId))
    .innerJoin(people, eq(people.id, cases.patientId))
    .leftJoin(notes, eq(notes.visitId, visits.id))
    .where(caseIds ? inArray(cases.id, [...caseIds]) : isNull(cases.closedAt))
  const ids = rows.map((row) => row.case.id)
  if (ids.length === 0) return []
  const items = byKey(
    await tx.select().from(checklistItems).where(inArray(checklistItems.caseId, ids)),
    (one) => one.caseId,
  )
  const asked = byKey(
    await tx
      .select()
      .from(authorisations)
      .where(inArray(authorisations.caseId, ids))
      .orderBy(desc(authorisations.sentAt)),
    (one) => one.caseId,
  )
  const booked = await tx
    .select()
    .from(procedures)
    .where(and(inArray(procedures.caseId, ids), ne(procedures.state, 'cancelled')))
  const procedureIds = booked.map((one) => one.id)
  const [followUps, diaries, decided] =
    procedureIds.length === 0
      ? [[], [], []]
      : await Promise.all([
          tx
            .select({
              id: visits.id,
              procedureId: visits.procedureId,
              startsAt: visits.startsAt,
              endedAt: visits.endedAt,
              state: visits.state,
            })
            .from(visits)
            .where(and(inArray(visits.procedureId, procedureIds), ne(visits.state, 'cancelled')))
            .orderBy(desc(visits.startsAt)),
          tx
            .select({ procedureId: diaryEntries.procedureId, last: max(diaryEntries.writtenAt) })
            .from(diaryEntries)
            .where(inArray(diaryEntries.procedureId, procedureIds))
            .groupBy(diaryEntries.procedureId),
          tx
            .select({ procedureId: outcomes.procedureId, nextStep: outcomes.nextStep, decidedAt: outcomes.decidedAt })
            .from(outcomes)
            .where(inArray(outcomes.procedureId, procedureIds)),
        ])
  return rows.map((row) => {
    const procedure = booked.find((one) => one.caseId === row.case.id) ?? null
    const authorisation = asked.get(row.case.id)?.[0] ?? null
    const followUp = followUps.find((one) => one.procedureId === procedure?.id) ?? null
    const outcome = decided.find((one) => one.procedureId === procedure?.id) ?? null
    const lines = items.get(row.case.id) ?? []
    return {
      case: row.case,
      order: row.order,
      patient: row.patient,
      items: lines,
      authorisation,
      procedure,
      followUp,
      outcome,
      facts: {
        consultEndedAt: row.consult.endedAt ?? row.consult.admittedAt ?? row.order.orderedAt,
        noteSignedAt: row.noteSignedAt,
        orderedAt: row.order.orderedAt,
        items: lines,
        authorisation,
        procedure,
        lastDiaryAt: diaries.find((one) => one.procedureId === procedure?.id)?.last ?? null,
        followUp,
        outcomeAt: outcome?.decidedAt ?? null,
      },
    }
  })
}
