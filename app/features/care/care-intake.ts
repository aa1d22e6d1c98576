import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { askedByPhone } from '@db/asked-by-phone'
import type { Tx } from '@db/client'
import { hasSentPapers } from '@db/has-sent-papers'
import { intakeAnswers, intakes } from '@db/schema/intake'

/**
 * The newest intake and when it was last asked by phone, whether the newest one that was sent names a blood thinner or
 * leaves it open, and whether papers stand in any that was sent.
 */
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
  return {
    newest: newest ? { ...newest, calledAt: await askedByPhone(tx, newest.id) } : null,
    papers: await hasSentPapers(tx, patientId),
    bloodThinner: answer?.value === 'yes' || answer?.value === 'not_sure',
  }
}
