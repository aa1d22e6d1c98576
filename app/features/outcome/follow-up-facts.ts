import { and, asc, count, desc, eq, inArray, lt } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { cases, procedures } from '@db/schema/cases'
import { intakeAnswers, intakes } from '@db/schema/intake'
import { diaryEntries, measures, outcomes } from '@db/schema/outcomes'
import { people } from '@db/schema/people'
import { visits } from '@db/schema/visits'
import { pegKeys, pegOf } from '~/domain/chart/peg'
import type { Answers } from '~/domain/intake/instrument'
import { followUpReading } from '~/domain/outcome/follow-up-reading'
import type { Reading } from '~/domain/outcome/relief'
import { sides } from '~/domain/people/side'
import type { Context } from '~/features/context'

/** A follow-up visit with its procedure, diary, numbers and what they say; null when the visit is no follow-up. */
export async function followUpFacts(tx: Tx, context: Context, visitId: string) {
  const [row] = await tx
    .select({
      visit: { id: visits.id, providerId: visits.providerId, state: visits.state, patientId: visits.patientId },
      procedure: {
        id: procedures.id,
        side: procedures.side,
        state: procedures.state,
        startsAt: procedures.startsAt,
        needleInAt: procedures.needleInAt,
        needleOutAt: procedures.needleOutAt,
        painBefore: procedures.painBefore,
        painAfter: procedures.painAfter,
        intent: cases.intent,
      },
    })
    .from(visits)
    .innerJoin(procedures, eq(procedures.id, visits.procedureId))
    .innerJoin(cases, eq(cases.id, procedures.caseId))
    .where(eq(visits.id, visitId))
  if (!row) return null
  const { visit, procedure } = row
  const entries = await tx
    .select({
      slot: diaryEntries.slot,
      dueAt: diaryEntries.dueAt,
      painNow: diaryEntries.painNow,
      didActivity: diaryEntries.didActivity,
      painDuringActivity: diaryEntries.painDuringActivity,
      numbOrWeak: diaryEntries.numbOrWeak,
      fever: diaryEntries.fever,
      source: diaryEntries.source,
      writtenAt: diaryEntries.writtenAt,
    })
    .from(diaryEntries)
    .where(eq(diaryEntries.procedureId, procedure.id))
    .orderBy(asc(diaryEntries.dueAt))
  const numbers = await tx
    .select({
      id: measures.id,
      scale: measures.scale,
      anchor: measures.anchor,
      side: measures.side,
      value: measures.value,
      takenAt: measures.takenAt,
    })
    .from(measures)
    .where(eq(measures.patientId, visit.patientId))
    .orderBy(asc(measures.takenAt))
  const [sessions] = await tx
    .select({ done: count() })
    .from(procedures)
    .innerJoin(cases, eq(cases.id, procedures.caseId))
    .where(and(eq(procedures.patientId, visit.patientId), eq(procedures.state, 'done'), eq(cases.intent, 'diagnostic')))
  const [outcome] = await tx
    .select({
      nextStep: outcomes.nextStep,
      reason: outcomes.reason,
      decidedAt: outcomes.decidedAt,
      decidedByName: people.name,
    })
    .from(outcomes)
    .innerJoin(people, eq(people.id, outcomes.decidedBy))
    .where(eq(outcomes.visitId, visitId))
  const { needleInAt, needleOutAt, painBefore } = procedure
  const reading =
    procedure.state === 'done' && needleInAt && needleOutAt && painBefore !== null
      ? followUpReading({
          side: procedure.side,
          needleInAt,
          needleOutAt,
          painBefore,
          entries,
          measures: numbers,
          pegBefore: await pegOfIntake(tx, visit.patientId, needleInAt),
          diagnosticSessions: sessions?.done ?? 0,
          zone: context.clinic.timeZone,
        })
      : null
  return { visit, procedure, entries, reading, outcome: outcome ?? null }
}

/** PEG from the last intake sent before the needle, with the side marked in it; null when an item is missing. */
async function pegOfIntake(tx: Tx, patientId: string, before: Date): Promise<Reading | null> {
  const [intake] = await tx
    .select({ id: intakes.id, side: intakes.side })
    .from(intakes)
    .where(and(eq(intakes.patientId, patientId), lt(intakes.submittedAt, before)))
    .orderBy(desc(intakes.submittedAt))
    .limit(1)
  const side = sides.find((one) => one === intake?.side)
  if (!intake || !side) return null
  const rows = await tx
    .select({ key: intakeAnswers.questionKey, value: intakeAnswers.value })
    .from(intakeAnswers)
    .where(and(eq(intakeAnswers.intakeId, intake.id), inArray(intakeAnswers.questionKey, [...pegKeys])))
  const value = pegOf(Object.fromEntries(rows.map((row) => [row.key, row.value])) as Answers)
  return value === null ? null : { scale: 'peg', anchor: 'past_week', side, value }
}
