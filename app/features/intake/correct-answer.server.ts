import { and, eq, inArray, isNull } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { openUrgentItem } from '@db/open-urgent-item'
import { intakes, urgentItems } from '@db/schema/intake'
import { instrumentOf, isQuestionKey } from '~/domain/intake/instrument'
import type { AnswerValue, Answers, QuestionKey } from '~/domain/intake/instrument'
import { sameAnswer } from '~/domain/intake/same-answer'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { alarmOf } from '~/domain/urgent/alarm-of'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { paceAnswered } from './pace-answered'
import { storedAnswers, valuesOf } from './stored-answers'
import { writeAnswers } from './write-answers'

/** `same`: the first answer again. `still`: another one that needs help now. `corrected`: one that does not. */
export type Correction = { readonly outcome: 'same' | 'still' | 'corrected' }

/**
 * The second, separate question after "I tapped the wrong answer". The answer is written in place of the first, which
 * stays in the record; with one that needs no help now the person may go on. The call stays open as it is, whatever is
 * answered: only a human closes it, and its urgency never changes. `patientId`: the person who is asked by phone.
 */
export function correctAnswer(
  context: Context,
  wish: { itemId: string; patientId?: string; value: AnswerValue },
): Promise<Correction | Refusal<'missing'>> {
  return transact(context, async (tx) => {
    const patientId = wish.patientId ?? context.actor.id
    const missing = refuse('missing', 'There is no answer to correct.')
    const own = and(
      eq(urgentItems.id, wish.itemId),
      eq(urgentItems.patientId, patientId),
      eq(urgentItems.source, 'intake'),
      eq(urgentItems.urgency, 'emergency'),
      isNull(urgentItems.closedAt),
      isNull(urgentItems.correctedAt),
    )
    const [found] = await tx.select({ intakeId: urgentItems.sourceId }).from(urgentItems).where(own)
    if (!found) return missing
    const [intake] = await tx
      .select({ id: intakes.id, revision: intakes.revision, version: intakes.instrumentVersion })
      .from(intakes)
      .where(and(eq(intakes.id, found.intakeId), eq(intakes.patientId, patientId), isNull(intakes.submittedAt)))
      .for('update')
    const [item] = await tx.select().from(urgentItems).where(own).for('update')
    const key = item?.questionKey
    if (!intake || !item || !key || !isQuestionKey(key)) return missing
    const stored = await storedAnswers(tx, intake.id)
    const { value } = wish
    const about = { patientId, thing: 'intake', thingId: intake.id }
    if (sameAnswer(stored.get(key)?.value, value)) {
      await recordAudit(tx, context, { did: 'intake.correct', ...about, fields: [key] })
      return { outcome: 'same' }
    }
    const changes = [{ key, value }]
    const revision = intake.revision + 1
    await writeAnswers(tx, context, { intakeId: intake.id, patientId, revision, changes, did: 'intake.correct' })
    const answers = { ...valuesOf(stored), [key]: value }
    const asked = { intakeId: intake.id, patientId, instrument: instrumentOf(intake.version) }
    await paceAnswered(tx, { ...asked, at: context.now, changes, answers, onPage: false })
    const asOf = dayOf(context.now, context.clinic.timeZone)
    const alarm = alarmOf(key, value, answers, asOf)
    if (alarm?.urgency === 'emergency') {
      const source = { source: 'intake', sourceId: intake.id, questionKey: key } as const
      await openUrgentItem(tx, context, { patientId, ...source, ...alarm })
      return { outcome: 'still' }
    }
    await takeBack(tx, context, { intakeId: intake.id, patientId, key, answers, asOf })
    return { outcome: 'corrected' }
  })
}

type TakenBack = { intakeId: string; patientId: string; key: QuestionKey; answers: Answers; asOf: string }

/**
 * Every open emergency of this intake that was raised by the corrected question, or by another one only together with it,
 * is taken back at once: one answer, one correction. What still is an emergency by its own answer stays.
 */
async function takeBack(tx: Tx, context: Context, { intakeId, patientId, key, answers, asOf }: TakenBack) {
  const open = and(
    eq(urgentItems.sourceId, intakeId),
    eq(urgentItems.patientId, patientId),
    eq(urgentItems.source, 'intake'),
    eq(urgentItems.urgency, 'emergency'),
    isNull(urgentItems.closedAt),
    isNull(urgentItems.correctedAt),
  )
  const items = await tx.select({ id: urgentItems.id, key: urgentItems.questionKey }).from(urgentItems).where(open)
  const over = items.filter((item) => item.key === key || !isEmergency(item.key, answers, asOf))
  await tx
    .update(urgentItems)
    .set({ mistakeSaidAt: context.now, correctedAt: context.now })
    .where(
      inArray(
        urgentItems.id,
        over.map(({ id }) => id),
      ),
    )
  await recordAudit(
    tx,
    context,
    over.map(({ id }) => ({ did: 'urgent.correct', patientId, thing: 'urgent_item', thingId: id, fields: [key] })),
  )
  await announce(tx, { topic: 'urgent', patientId })
}

function isEmergency(key: string | null, answers: Answers, asOf: string): boolean {
  if (key === null || !isQuestionKey(key)) return true
  const value = answers[key]
  return value !== undefined && alarmOf(key, value, answers, asOf)?.urgency === 'emergency'
}
