import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { authorisations, checklistItems } from '@db/schema/cases'
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { AnswerWish } from '~/domain/case/case-wishes'
import { refuse } from '~/domain/refusal'
import { transact } from '../context'
import type { Context } from '../context'

/** Records the plan's answer to the open request; an approval settles the checklist line with it. */
export async function recordAnswer(context: Context, wish: { caseId: string } & z.output<typeof AnswerWish>) {
  if (wish.decision === 'approved' && wish.validUntil < wish.validFrom) {
    return refuse('order', 'The last day is before the first.', 'validUntil')
  }
  return transact(context, async (tx) => {
    const answer =
      wish.decision === 'approved'
        ? { decision: wish.decision, reference: wish.reference, validFrom: wish.validFrom, validUntil: wish.validUntil }
        : { decision: wish.decision, denialReason: wish.denialReason }
    const [answered] = await tx
      .update(authorisations)
      .set({ ...answer, decidedAt: context.now })
      .where(and(eq(authorisations.caseId, wish.caseId), isNull(authorisations.decision)))
      .returning({ id: authorisations.id, patientId: authorisations.patientId })
    if (!answered) return refuse('nothing_open', 'No request is waiting for an answer.')
    if (wish.decision === 'approved') {
      await tx
        .update(checklistItems)
        .set({
          state: 'done',
          proof: `Approved, ${wish.reference}`,
          changedBy: context.actor.id,
          changedAt: context.now,
        })
        .where(and(eq(checklistItems.caseId, wish.caseId), eq(checklistItems.code, 'authorisation')))
    }
    await recordAudit(tx, context, {
      did: 'authorisation.answer',
      patientId: answered.patientId,
      thing: 'authorisation',
      thingId: answered.id,
      fields: Object.keys(answer),
    })
    await announce(tx, { topic: 'case', patientId: answered.patientId })
    return answered
  })
}
