import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { procedures } from '@db/schema/cases'
import { intakeAnswers, intakes, triageResults, urgentItems } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { givenAnswers } from '~/domain/intake/given-answers'
import { instrumentOf, isQuestionKey } from '~/domain/intake/instrument'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { dayOf } from '~/domain/time/day-of'
import type { StoredIntake } from '~/domain/triage/reread-intake'

export type FoundIntake = StoredIntake & {
  readonly intakeId: string
  readonly patientId: string
  readonly submittedAt: Date
}

type Row = Omit<FoundIntake, 'answers' | 'procedures' | 'corrected'>

async function rowsAfter(tx: Tx, after: string | null, limit: number): Promise<Row[]> {
  const rows = await tx
    .select({
      intakeId: intakes.id,
      patientId: intakes.patientId,
      submittedAt: intakes.submittedAt,
      instrumentVersion: intakes.instrumentVersion,
      result: triageResults.result,
      homeState: people.homeState,
    })
    .from(intakes)
    .innerJoin(triageResults, eq(triageResults.intakeId, intakes.id))
    .innerJoin(people, eq(people.id, intakes.patientId))
    .where(
      and(
        isNotNull(intakes.submittedAt),
        after === null
          ? undefined
          : sql`(${intakes.submittedAt}, ${intakes.id}) < (select i.submitted_at, i.id from intakes i where i.id = ${after})`,
      ),
    )
    .orderBy(desc(intakes.submittedAt), desc(intakes.id))
    .limit(limit)
  return rows.flatMap(({ submittedAt, ...row }) => (submittedAt ? [{ ...row, submittedAt }] : []))
}

async function answersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Answers>> {
  const rows = await tx
    .select({ intakeId: intakeAnswers.intakeId, key: intakeAnswers.questionKey, value: intakeAnswers.value })
    .from(intakeAnswers)
    .where(inArray(intakeAnswers.intakeId, [...ids]))
    .orderBy(asc(intakeAnswers.questionKey))
  const byIntake = Map.groupBy(rows, (row) => row.intakeId)
  return new Map(
    [...byIntake].map(([id, answers]) => [
      id,
      Object.fromEntries(
        answers.filter(({ key }) => isQuestionKey(key)).map(({ key, value }) => [key, value]),
      ) as Answers,
    ]),
  )
}

type Item = { intakeId: string; key: string | null; correctedAt: Date | null; openedAt: Date }

/** Questions whose emergency answer had been taken back, and not given again, when the intake was sent. */
function correctedBy(items: readonly Item[], sentAt: Date): QuestionKey[] {
  const known = items.filter(({ openedAt }) => openedAt <= sentAt)
  const isTaken = ({ correctedAt }: Item) => correctedAt !== null && correctedAt <= sentAt
  const standing = new Set(known.filter((item) => !isTaken(item)).map(({ key }) => key))
  const keys = known.filter(isTaken).flatMap(({ key }) => (key === null || standing.has(key) ? [] : [key]))
  return [...new Set(keys)].filter(isQuestionKey)
}

/**
 * Sent intakes with their results and all that they were judged by, the newest first, or those after a given one. For the
 * system alone; whoever calls records whose they are.
 */
export async function storedIntakes(
  tx: Tx,
  { after, limit, timeZone }: { after: string | null; limit: number; timeZone: string },
): Promise<FoundIntake[]> {
  const rows = await rowsAfter(tx, after, limit)
  if (rows.length === 0) return []
  const ids = rows.map(({ intakeId }) => intakeId)
  const answers = await answersOf(tx, ids)
  const items = await tx
    .select({
      intakeId: urgentItems.sourceId,
      key: urgentItems.questionKey,
      correctedAt: urgentItems.correctedAt,
      openedAt: urgentItems.openedAt,
    })
    .from(urgentItems)
    .where(inArray(urgentItems.sourceId, ids))
  const done = await tx
    .select({ patientId: procedures.patientId, side: procedures.side, startsAt: procedures.startsAt })
    .from(procedures)
    .where(
      and(
        inArray(procedures.patientId, [...new Set(rows.map(({ patientId }) => patientId))]),
        eq(procedures.state, 'done'),
        isNull(procedures.cancelledAt),
      ),
    )
    .orderBy(desc(procedures.startsAt))
  return rows.map((row) => ({
    ...row,
    answers: givenAnswers(answers.get(row.intakeId) ?? {}, instrumentOf(row.instrumentVersion)),
    corrected: correctedBy(
      items.filter(({ intakeId }) => intakeId === row.intakeId),
      row.submittedAt,
    ),
    procedures: done
      .filter(({ patientId, startsAt }) => patientId === row.patientId && startsAt <= row.submittedAt)
      .map(({ startsAt, side }) => ({ date: dayOf(startsAt, timeZone), side })),
  }))
}
