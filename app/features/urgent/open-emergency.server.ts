import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { readOpenUrgent } from '@db/read-open-urgent'
import { intakeAnswers, intakes } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { isQuestionKey } from '~/domain/intake/instrument'
import type { AnswerValue, Answers, QuestionKey } from '~/domain/intake/instrument'
import { dayOf } from '~/domain/time/day-of'
import { emergencyTextFor } from '~/domain/urgent/emergency-text-for'
import { needsNow } from '~/domain/urgent/needs-now'
import type { UrgentReply } from '~/domain/urgent/urgent-lists'
import type { EmergencyText } from '~/domain/intake/emergency-texts'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

export type Emergency = {
  readonly id: string
  readonly text: EmergencyText
  readonly openedAt: Date
  readonly dueAt: Date
  /** Where we call; null when no number is known. */
  readonly phone: string | null
  readonly takenBy: string | null
  readonly takenAt: Date | null
  readonly reply: UrgentReply | null
  readonly repliedAt: Date | null
  readonly mistakeSaidAt: Date | null
  /** The question that the person may be asked a second time; null when no open question raised it. */
  readonly question: { readonly key: QuestionKey; readonly version: string } | null
}

/** The emergency that no human has closed yet, the oldest first, of the person or, with `patientId`, of the one who is asked by phone; null when there is none. */
export function openEmergency(context: Context, wish: { patientId?: string } = {}): Promise<Emergency | null> {
  return transact(context, async (tx) => {
    const patientId = wish.patientId ?? context.actor.id
    const open = await readOpenUrgent(tx, patientId)
    const item = open.find(needsNow)
    if (!item) return null
    await recordAudit(tx, context, { did: 'urgent.read', patientId, thing: 'urgent_item', thingId: item.id })
    const [person] = await tx.select({ phone: people.phone }).from(people).where(eq(people.id, patientId))
    const [owner] = item.ownerId
      ? await tx.select({ name: people.name }).from(people).where(eq(people.id, item.ownerId))
      : []
    const rows =
      item.source === 'diary'
        ? []
        : await tx
            .select({ key: intakeAnswers.questionKey, value: intakeAnswers.value })
            .from(intakeAnswers)
            .where(eq(intakeAnswers.intakeId, item.sourceId))
    const [draft] =
      item.source === 'intake'
        ? await tx
            .select({ version: intakes.instrumentVersion })
            .from(intakes)
            .where(and(eq(intakes.id, item.sourceId), isNull(intakes.submittedAt)))
        : []
    const known = rows.filter(({ key }) => isQuestionKey(key)).map(({ key, value }) => [key, value as AnswerValue])
    const asOf = dayOf(item.openedAt, context.clinic.timeZone)
    return {
      id: item.id,
      text: emergencyTextFor(item, Object.fromEntries(known) as Answers, asOf),
      openedAt: item.openedAt,
      dueAt: item.dueAt,
      phone: person?.phone ?? null,
      takenBy: owner?.name ?? null,
      takenAt: item.takenAt,
      reply: item.reply,
      repliedAt: item.repliedAt,
      mistakeSaidAt: item.mistakeSaidAt,
      question:
        draft && item.questionKey !== null && isQuestionKey(item.questionKey)
          ? { key: item.questionKey, version: draft.version }
          : null,
    }
  })
}
