import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { intakeFiles } from '@db/schema/intake'
import type { PaperKind } from '~/domain/intake/paper-lists'
import { refuse, wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { keepPaperAnswer } from './keep-paper-answer'
import { lockPaperDraft } from './lock-paper-draft'

/**
 * Takes a paper back from the person's own draft: it is listed and opened no more, and the answer `papers` changes with
 * it. A paper that was taken back already stays so. Papers of a sent intake stay.
 */
export function removePaper(
  context: Context,
  wish: { paperId: string },
): Promise<{ kind: PaperKind } | Refusal<'missing' | 'submitted'>> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const isIt = and(eq(intakeFiles.id, wish.paperId), eq(intakeFiles.patientId, patientId))
    const [paper] = await tx
      .select({ intakeId: intakeFiles.intakeId, kind: intakeFiles.kind })
      .from(intakeFiles)
      .where(isIt)
    if (!paper) return refuse('missing', 'There is no such paper.')
    const draft = await lockPaperDraft(tx, context, paper.intakeId)
    if (wasRefused(draft)) return draft
    const about = { patientId, thing: 'paper', thingId: wish.paperId }
    const [removed] = await tx
      .update(intakeFiles)
      .set({ removedAt: context.now })
      .where(and(isIt, isNull(intakeFiles.removedAt)))
      .returning({ id: intakeFiles.id })
    if (!removed) {
      await recordAudit(tx, context, { did: 'paper.remove_again', ...about })
      return { kind: paper.kind }
    }
    await keepPaperAnswer(tx, context, draft)
    await recordAudit(tx, context, { did: 'paper.remove', ...about })
    return { kind: paper.kind }
  })
}
