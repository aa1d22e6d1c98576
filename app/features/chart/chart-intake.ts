import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { intakeAnswers, intakes, triageResults } from '@db/schema/intake'

/** The latest intake this person has sent, with its answers by question key and the triage result made from it. */
export async function chartIntake(tx: Tx, patientId: string) {
  const [intake] = await tx
    .select({ id: intakes.id, submittedAt: intakes.submittedAt, side: intakes.side, source: intakes.source })
    .from(intakes)
    .where(and(eq(intakes.patientId, patientId), isNotNull(intakes.submittedAt)))
    .orderBy(desc(intakes.submittedAt))
    .limit(1)
  if (!intake?.submittedAt) return null
  const answers = await tx
    .select({ key: intakeAnswers.questionKey, value: intakeAnswers.value })
    .from(intakeAnswers)
    .where(eq(intakeAnswers.intakeId, intake.id))
  const [triage] = await tx
    .select({
      id: triageResults.id,
      ruleSetVersion: triageResults.ruleSetVersion,
      asOf: triageResults.asOf,
      result: triageResults.result,
    })
    .from(triageResults)
    .where(eq(triageResults.intakeId, intake.id))
  return {
    id: intake.id,
    sentAt: intake.submittedAt,
    side: intake.side,
    byPhone: intake.source === 'phone',
    answers: Object.fromEntries(answers.map((answer) => [answer.key, answer.value])),
    triage: triage ?? null,
  }
}
