import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Paper } from '~/domain/paper/paper'
import type { Tx } from './client'
import { intakeFiles } from './schema/intake'

/** The papers of an intake that stand, oldest first, without their bytes. */
export async function readPapers(tx: Tx, intakeId: string): Promise<Paper[]> {
  return tx
    .select({
      id: intakeFiles.id,
      kind: intakeFiles.kind,
      name: intakeFiles.name,
      mediaType: intakeFiles.mediaType,
      size: intakeFiles.size,
      uploadedAt: intakeFiles.uploadedAt,
    })
    .from(intakeFiles)
    .where(and(eq(intakeFiles.intakeId, intakeId), isNull(intakeFiles.removedAt)))
    .orderBy(asc(intakeFiles.uploadedAt), asc(intakeFiles.id))
}
