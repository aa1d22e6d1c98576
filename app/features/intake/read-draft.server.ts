import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { intakes } from '@db/schema/intake'
import { instrumentOf } from '~/domain/intake/instrument'
import type { Answers } from '~/domain/intake/instrument'
import { stepBySlug } from '~/domain/intake/steps'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { paceShown } from './pace-shown'
import { storedAnswers, valuesOf } from './stored-answers'
import type { StoredAnswers } from './stored-answers'

export type Draft = {
  readonly id: string
  /** The questions this draft began with and is finished with. */
  readonly instrumentVersion: string
  readonly startedAt: Date
  readonly savedAt: Date
  readonly answers: Answers
  readonly stored: StoredAnswers
}

/**
 * The person's own open draft with all answers, and when they last sent one. Either may be missing. `page` is the page
 * they are shown with it: from then on its questions count as seen.
 */
export function readDraft(
  context: Context,
  wish: { page?: string } = {},
): Promise<{ draft: Draft | null; sentAt: Date | null }> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const [sent] = await tx
      .select({ submittedAt: intakes.submittedAt })
      .from(intakes)
      .where(and(eq(intakes.patientId, patientId), isNotNull(intakes.submittedAt)))
      .orderBy(desc(intakes.submittedAt))
      .limit(1)
    const [row] = await tx
      .select({
        id: intakes.id,
        instrumentVersion: intakes.instrumentVersion,
        startedAt: intakes.startedAt,
        savedAt: intakes.savedAt,
      })
      .from(intakes)
      .where(and(eq(intakes.patientId, patientId), isNull(intakes.submittedAt)))
    const sentAt = sent?.submittedAt ?? null
    if (!row) return { draft: null, sentAt }
    await recordAudit(tx, context, { did: 'intake.read', patientId, thing: 'intake', thingId: row.id })
    const stored = await storedAnswers(tx, row.id)
    const answers = valuesOf(stored)
    const asked = instrumentOf(row.instrumentVersion)
    const keys = wish.page === undefined ? [] : (stepBySlug(answers, wish.page, asked)?.keys ?? [])
    await paceShown(tx, { intakeId: row.id, patientId, at: context.now, keys, known: stored })
    return { draft: { ...row, answers, stored }, sentAt }
  })
}
