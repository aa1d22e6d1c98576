import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { triageReviews } from '@db/schema/triage'
import { refuse, wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { momentAfter } from './lock-triage'
import { openTriage, unlessChanged } from './open-triage'

/** A clinician agrees with what stands of an intake, as the page showed it. It changes nothing and stays on record. */
export function agreeTriage(
  context: Context,
  wish: { intakeId: string; seen: string },
): Promise<{ reviewId: string } | Refusal<'missing' | 'draft' | 'changed'>> {
  return transact(context, async (tx) => {
    const open = await openTriage(tx, context, wish.intakeId)
    if (wasRefused(open)) return open
    const { file, standing } = open
    const { urgency, siPattern } = standing
    if (!file.result || !urgency || !siPattern)
      return refuse('draft', 'These answers are not sent. There is nothing to agree with yet.')
    const changed = unlessChanged(open, wish.seen)
    if (changed) return changed
    const [row] = await tx
      .insert(triageReviews)
      .values({
        intakeId: file.id,
        patientId: file.patientId,
        resultId: file.result.id,
        decision: 'agree',
        urgency,
        siPattern,
        madeBy: context.actor.id,
        madeAt: momentAfter(standing.newestAt, context.now),
      })
      .returning({ id: triageReviews.id })
    if (!row) throw new Error('A review was written and is not there.')
    await recordAudit(tx, context, {
      did: 'triage.agree',
      patientId: file.patientId,
      thing: 'intake',
      thingId: file.id,
    })
    await announce(tx, { topic: 'intake', patientId: file.patientId })
    return { reviewId: row.id }
  })
}
