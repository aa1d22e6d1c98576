import { and, asc, desc, eq } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { procedures } from '@db/schema/cases'
import { diaryEntries } from '@db/schema/outcomes'

/** The newest procedure of this patient that was done, with its diary in the order of its slots; null before that. */
export async function ownDiary(tx: Tx, patientId: string, lock = false) {
  const newest = tx
    .select()
    .from(procedures)
    .where(and(eq(procedures.patientId, patientId), eq(procedures.state, 'done')))
    .orderBy(desc(procedures.needleOutAt))
    .limit(1)
  const [procedure] = lock ? await newest.for('no key update') : await newest
  if (!procedure?.needleOutAt || procedure.painBefore === null) return null
  const entries = await tx
    .select()
    .from(diaryEntries)
    .where(eq(diaryEntries.procedureId, procedure.id))
    .orderBy(asc(diaryEntries.dueAt))
  const { id, side, painBefore, painAfter, needleOutAt, providerId } = procedure
  return { id, side, painBefore, painAfter, needleOutAt, providerId, entries }
}
