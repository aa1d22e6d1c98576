import { and, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { openUrgentItem } from '@db/open-urgent-item'
import type { OpenUrgent } from '@db/read-open-urgent'
import { urgentItems } from '@db/schema/intake'
import { emergencyOf } from '~/domain/intake/emergency-of'
import type { QuestionKey } from '~/domain/intake/instrument'
import type { TriageResult } from '~/domain/triage/triage-result'
import { needsNow } from '~/domain/urgent/needs-now'
import type { UrgentTier } from '~/domain/urgent/urgent-lists'
import type { Context } from '~/features/context'
import { valuesOf } from './stored-answers'
import type { StoredAnswers } from './stored-answers'

type Case = {
  intakeId: string
  patientId: string
  result: TriageResult
  stored: StoredAnswers
  waiting: readonly OpenUrgent[]
}

/**
 * Opens the call that a whole intake asks for, unless one is open that is as urgent, or a clinician has closed one that
 * was and none of the answers behind it has changed since. A call for an answer that was taken back is as urgent as one for
 * the same day. Returns whether it is an emergency.
 */
export async function raiseResult(
  tx: Tx,
  context: Context,
  { intakeId, patientId, result, stored, waiting }: Case,
): Promise<boolean> {
  const { tier, codes, reasons } = result.urgency
  if (tier !== 'emergency' && tier !== 'same_day') return false
  const asUrgent = (item: { urgency: UrgentTier; correctedAt: Date | null }) => needsNow(item) || tier === 'same_day'
  if (waiting.some(asUrgent)) return false
  const keys = reasons.flatMap((reason) => reason.inputs.map((input) => input.questionId))
  const changedAt = Math.max(0, ...keys.map((key) => stored.get(key)?.answeredAt.getTime() ?? 0))
  const closed = await tx
    .select({ urgency: urgentItems.urgency, correctedAt: urgentItems.correctedAt, closedAt: urgentItems.closedAt })
    .from(urgentItems)
    .where(and(eq(urgentItems.sourceId, intakeId), isNotNull(urgentItems.closedAt)))
  if (closed.some((item) => asUrgent(item) && (item.closedAt?.getTime() ?? 0) > changedAt)) return false
  await openUrgentItem(tx, context, {
    patientId,
    urgency: tier,
    source: 'triage',
    sourceId: intakeId,
    questionKey: firstRaising(keys, stored, result.asOf),
    code: codes[0] ?? 'redflag:unknown',
  })
  return tier === 'emergency'
}

/** The question to name beside the call: one that interrupts by itself, else the first that the reasons rest on. */
function firstRaising(keys: readonly QuestionKey[], stored: StoredAnswers, asOf: string): QuestionKey | undefined {
  const answers = valuesOf(stored)
  const interrupts = keys.find((key) => {
    const value = answers[key]
    return value !== undefined && emergencyOf(key, value, answers, { asOf })?.mode === 'stop'
  })
  return interrupts ?? keys[0]
}
