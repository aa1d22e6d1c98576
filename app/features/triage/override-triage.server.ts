import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { triageReviews } from '@db/schema/triage'
import { refuse, wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { flagCodes } from '~/domain/triage/flag-codes'
import { judgeOverride, needsCall } from '~/domain/triage/judge-override'
import type { OverrideWish } from '~/domain/triage/review-wish'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { momentAfter } from './lock-triage'
import { openCall } from './open-call'
import type { Call } from './open-call'
import { openTriage, unlessChanged } from './open-triage'

type No = Refusal<'missing' | 'draft' | 'changed' | 'same' | 'code' | 'not_asked' | 'worse'>

/**
 * A clinician decides otherwise than what stands, with a reason; both are kept. Raising to the same day or an emergency puts
 * the person on the list of calls. Lowering closes no call: a person does that, in words.
 */
export function overrideTriage(
  context: Context,
  wish: OverrideWish & { intakeId: string },
): Promise<{ reviewId: string; call: Call | null } | No> {
  return transact(context, async (tx) => {
    const open = await openTriage(tx, context, wish.intakeId)
    if (wasRefused(open)) return open
    const { file, standing } = open
    const { urgency, siPattern, items } = standing
    if (!file.result || !urgency || !siPattern)
      return refuse('draft', 'These answers are not sent. Ask what is missing first.')
    const changed = unlessChanged(open, wish.seen)
    if (changed) return changed
    const ruleIds = items.map((item) => item.ruleId)
    const direction = judgeOverride(wish, { urgency, siPattern }, ruleIds, flagCodes)
    if (wasRefused(direction)) return direction
    const [row] = await tx
      .insert(triageReviews)
      .values({
        intakeId: file.id,
        patientId: file.patientId,
        resultId: file.result.id,
        decision: 'override',
        urgency: wish.urgency,
        siPattern: wish.siPattern,
        reasonCode: wish.reasonCode,
        reason: wish.reason,
        asked: wish.asked.filter((item) => ruleIds.includes(item.ruleId) && item.now !== 'not_asked'),
        madeBy: context.actor.id,
        madeAt: momentAfter(standing.newestAt, context.now),
      })
      .returning({ id: triageReviews.id })
    if (!row) throw new Error('A review was written and is not there.')
    const about = { patientId: file.patientId, thing: 'intake', thingId: file.id }
    const fields = [
      ...(direction === 'keep' ? [] : ['urgency']),
      ...(wish.siPattern === siPattern ? [] : ['si_pattern']),
    ]
    await recordAudit(tx, context, { did: `triage.${direction === 'keep' ? 'override' : direction}`, ...about, fields })
    await announce(tx, { topic: 'intake', patientId: file.patientId })
    const called = direction === 'raise' && needsCall(wish.urgency) ? wish.urgency : null
    const call = called
      ? await openCall(tx, context, {
          patientId: file.patientId,
          intakeId: file.id,
          urgency: called,
          code: wish.code ?? 'redflag:unknown',
        })
      : null
    return { reviewId: row.id, call }
  })
}
