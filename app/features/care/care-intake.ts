import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { intakeAnswers, intakes } from '@db/schema/intake'

/** The newest intake, and whether the newest one that was sent names a blood thinner or leaves it open. */
export async function careIntake(tx: Tx, patientId: string) {
  const [newest] = await tx
    .select({ id: intakes.id, startedAt: intakes.startedAt, submittedAt: intakes.submittedAt })
    .from(intakes)
    .where(eq(intakes.patientId, patientId))
    .orderBy(desc(intakes.startedAt))
    .limit(1)
  const [answer] = await tx
    .select({ value: intakeAnswers.value })
    .from(intakeAnswers)
    .innerJoin(intakes, eq(intakes.id, intakeAnswers.intakeId))
    .where(
      and(
        eq(intakes.patientId, patientId),
        isNotNull(intakes.submittedAt),
        eq(intakeAnswers.questionKey, 'bloodThinner'),
      ),
    )
    .orderBy(desc(intakes.submittedAt))
    .limit(1)
  return { newest: newest ?? null, bloodThinner: answer?.value === 'yes' || answer?.value === 'not_sure' }
}
