import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { askedByPhone } from '@db/asked-by-phone'
import { recordAudit } from '@db/audit'
import { hasSentPapers } from '@db/has-sent-papers'
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
  /** When it was last asked by phone; null when the person answers all of it in the portal. */
  readonly calledAt: Date | null
  readonly answers: Answers
  readonly stored: StoredAnswers
}

/** What the person sent last, and whether papers stand in anything they sent. */
export type Sent = { readonly at: Date; readonly byPhone: boolean; readonly papers: boolean }

/**
 * The person's own open draft with all answers, and what they last sent. Either may be missing. `page` is the page they are
 * shown with it: from then on its questions count as seen.
 */
export function readDraft(
  context: Context,
  wish: { page?: string } = {},
): Promise<{ draft: Draft | null; sent: Sent | null; sentAt: Date | null }> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const [last] = await tx
      .select({ submittedAt: intakes.submittedAt, source: intakes.source })
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
    const sentAt = last?.submittedAt ?? null
    const papers = sentAt !== null && (await hasSentPapers(tx, patientId))
    const sent = sentAt && { at: sentAt, byPhone: last?.source === 'phone', papers }
    if (!row) return { draft: null, sent, sentAt }
    await recordAudit(tx, context, { did: 'intake.read', patientId, thing: 'intake', thingId: row.id })
    const stored = await storedAnswers(tx, row.id)
    const answers = valuesOf(stored)
    const asked = instrumentOf(row.instrumentVersion)
    const keys = wish.page === undefined ? [] : (stepBySlug(answers, wish.page, asked)?.keys ?? [])
    await paceShown(tx, { intakeId: row.id, patientId, at: context.now, keys, known: stored })
    const calledAt = await askedByPhone(tx, row.id)
    return { draft: { ...row, calledAt, answers, stored }, sent, sentAt }
  })
}
