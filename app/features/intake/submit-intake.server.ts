import { and, eq } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { readOpenUrgent } from '@db/read-open-urgent'
import { readTriageContext } from '@db/read-triage-context'
import { intakes, triageResults } from '@db/schema/intake'
import { givenAnswers } from '~/domain/intake/given-answers'
import { instrumentOf } from '~/domain/intake/instrument'
import { openBeforeSending } from '~/domain/intake/open-before-sending'
import type { OpenPoint } from '~/domain/intake/open-before-sending'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { triage } from '~/domain/triage/triage'
import { needsNow } from '~/domain/urgent/needs-now'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { raiseResult } from './raise-result.server'
import { storedAnswers, valuesOf } from './stored-answers'

export type Sent = { readonly intakeId: string; readonly emergency: boolean }
export type NotYet = Refusal<'incomplete'> & { readonly open: readonly OpenPoint[] }

/**
 * The person signs and sends, or, with `patientId`, whoever asked them by phone does it for them. In one transaction the answers are frozen with their side, the rules read them, the result
 * is kept for good, and a call is opened when the result asks for one. With anything open, nothing is sent.
 */
export function submitIntake(
  context: Context,
  wish: { intakeId: string; patientId?: string },
): Promise<Sent | NotYet | Refusal<'missing' | 'submitted' | 'emergency'>> {
  return transact(context, async (tx) => {
    const patientId = wish.patientId ?? context.actor.id
    const [intake] = await tx
      .select({ id: intakes.id, submittedAt: intakes.submittedAt, version: intakes.instrumentVersion })
      .from(intakes)
      .where(and(eq(intakes.id, wish.intakeId), eq(intakes.patientId, patientId)))
      .for('update')
    if (!intake) return refuse('missing', 'These questions are not open.')
    if (intake.submittedAt) return refuse('submitted', 'You have sent your answers.')
    const waiting = await readOpenUrgent(tx, patientId)
    if (waiting.some(needsNow)) return refuse('emergency', 'Call 911 now.')
    const stored = await storedAnswers(tx, intake.id)
    const asked = instrumentOf(intake.version)
    const answers = givenAnswers(valuesOf(stored), asked)
    const asOf = dayOf(context.now, context.clinic.timeZone)
    const open = openBeforeSending(valuesOf(stored), asOf, asked)
    if (open.length > 0) return { ...refuse('incomplete', 'Some answers are still open.'), open }
    const told = { patientId, intakeId: intake.id, answers, instrumentVersion: asked.version }
    const result = triage(
      answers,
      await readTriageContext(tx, { ...told, now: context.now, zone: context.clinic.timeZone }),
    )
    await tx
      .update(intakes)
      .set({ submittedAt: context.now, savedAt: context.now, side: answers.painSide })
      .where(eq(intakes.id, intake.id))
    await recordAudit(tx, context, [
      { did: 'intake.submit', patientId, thing: 'intake', thingId: intake.id, fields: Object.keys(answers) },
      { did: 'triage.store', patientId, thing: 'intake', thingId: intake.id },
    ])
    await tx.insert(triageResults).values({
      intakeId: intake.id,
      patientId,
      ruleSetVersion: result.rulesetVersion,
      inputHash: result.inputHash,
      asOf: context.now,
      urgency: result.urgency.tier,
      siPattern: result.si.tier,
      result,
      createdAt: context.now,
    })
    await announce(tx, { topic: 'intake', patientId })
    const emergency = await raiseResult(tx, context, { intakeId: intake.id, patientId, result, stored, waiting })
    return { intakeId: intake.id, emergency }
  })
}
