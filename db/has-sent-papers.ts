import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from './client'
import { intakeFiles, intakes } from './schema/intake'

/** Whether any paper stands in what this person has sent. */
export async function hasSentPapers(tx: Tx, patientId: string): Promise<boolean> {
  const [one] = await tx
    .select({ id: intakeFiles.id })
    .from(intakeFiles)
    .innerJoin(intakes, eq(intakes.id, intakeFiles.intakeId))
    .where(and(eq(intakes.patientId, patientId), isNotNull(intakes.submittedAt), isNull(intakeFiles.removedAt)))
    .limit(1)
  return one !== undefined
}
