import type { Tx } from '@db/client'
import { readPapers } from '@db/read-papers'
import type { Paper } from '~/domain/paper/paper'
import type { Context } from '~/features/context'
import type { PaperDraft } from './lock-paper-draft'
import { paceAnswered } from './pace-answered'
import { writeAnswers } from './write-answers'

/**
 * Writes the answer `papers` of a locked draft anew from the papers that stand, as one more change of it; without papers
 * the answer is taken back. Returns what stands.
 */
export async function keepPaperAnswer(tx: Tx, context: Context, draft: PaperDraft): Promise<Paper[]> {
  const { id: intakeId, patientId, instrument, revision } = draft
  const papers = await readPapers(tx, intakeId)
  const value = papers.length > 0 ? papers.map(({ id, kind }) => ({ id, kind })) : undefined
  const changes = [{ key: 'papers' as const, value }]
  await writeAnswers(tx, context, { intakeId, patientId, revision: revision + 1, changes, did: 'intake.save' })
  await paceAnswered(tx, {
    onPage: true,
    intakeId,
    patientId,
    at: context.now,
    changes,
    answers: { papers: value },
    instrument,
  })
  return papers
}
