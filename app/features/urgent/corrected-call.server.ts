import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { readOpenUrgent } from '@db/read-open-urgent'
import { people } from '@db/schema/people'
import { isQuestionKey } from '~/domain/intake/instrument'
import type { QuestionKey } from '~/domain/intake/instrument'
import { needsNow } from '~/domain/urgent/needs-now'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** The call that stays due after an emergency answer was taken back. */
export type CorrectedCall = {
  readonly correctedAt: Date
  readonly dueAt: Date
  /** Where we call; null when no number is known. */
  readonly phone: string | null
  readonly takenBy: string | null
  readonly question: QuestionKey | null
}

/** The newest answer the person has taken back and whose call no human has closed yet; null when there is none or an emergency is open. */
export function correctedCall(context: Context): Promise<CorrectedCall | null> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const open = await readOpenUrgent(tx, patientId)
    await recordAudit(tx, context, { did: 'urgent.read', patientId, thing: 'person', thingId: patientId })
    if (open.some(needsNow)) return null
    const [item] = open
      .flatMap(({ correctedAt, ...rest }) => (correctedAt ? [{ ...rest, correctedAt }] : []))
      .sort((one, other) => other.correctedAt.getTime() - one.correctedAt.getTime())
    if (!item) return null
    const [person] = await tx.select({ phone: people.phone }).from(people).where(eq(people.id, patientId))
    const [owner] = item.ownerId
      ? await tx.select({ name: people.name }).from(people).where(eq(people.id, item.ownerId))
      : []
    return {
      correctedAt: item.correctedAt,
      dueAt: item.dueAt,
      phone: person?.phone ?? null,
      takenBy: owner?.name ?? null,
      question: item.questionKey !== null && isQuestionKey(item.questionKey) ? item.questionKey : null,
    }
  })
}
