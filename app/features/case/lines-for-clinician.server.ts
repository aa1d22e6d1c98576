import { recordAudit } from '@db/audit'
import { cases, checklistItems } from '@db/schema/cases'
import { people } from '@db/schema/people'
import { and, asc, eq, isNull, notInArray } from 'drizzle-orm'
import { onTheDay } from '~/domain/case/stage'
import { transact } from '../context'
import type { Context } from '../context'

export type ClinicianLine = { itemId: string; caseId: string; code: string; patientName: string; openedAt: Date }

/** Checklist lines of the actor's own open cases which only a clinician may settle, oldest case first. */
export async function linesForClinician(context: Context): Promise<ClinicianLine[]> {
  return transact(context, async (tx) => {
    const rows = await tx
      .select({
        itemId: checklistItems.id,
        caseId: cases.id,
        code: checklistItems.code,
        patientId: cases.patientId,
        patientName: people.name,
        openedAt: cases.openedAt,
      })
      .from(checklistItems)
      .innerJoin(cases, eq(cases.id, checklistItems.caseId))
      .innerJoin(people, eq(people.id, cases.patientId))
      .where(
        and(
          eq(cases.providerId, context.actor.id),
          isNull(cases.closedAt),
          eq(checklistItems.state, 'open'),
          eq(checklistItems.resolver, 'clinician'),
          notInArray(checklistItems.code, [...onTheDay]),
        ),
      )
      .orderBy(asc(cases.openedAt))
    const seen = new Map(rows.map((row) => [row.caseId, row.patientId]))
    await recordAudit(
      tx,
      context,
      [...seen].map(([caseId, patientId]) => ({ did: 'case.list', patientId, thing: 'case', thingId: caseId })),
    )
    return rows.map(({ patientId: _whose, ...line }) => line)
  })
}
