import { and, desc, eq, gte, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { hasSentPapers } from '@db/has-sent-papers'
import { readOpenUrgent } from '@db/read-open-urgent'
import { readStanding } from '@db/read-standing'
import { intakeAnswers, intakes, triageResults } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { visits } from '@db/schema/visits'
import { needsCall } from '~/domain/triage/judge-override'
import { needsNow } from '~/domain/urgent/needs-now'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** What comes next for a person, without any result: only what they do and what we do. */
export type NextStep =
  | { readonly kind: 'answer'; readonly started: boolean }
  | { readonly kind: 'emergency' }
  | {
      readonly kind: 'call'
      readonly dueAt: Date
      readonly phone: string | null
      readonly sentAt: Date | null
      readonly byPhone: boolean
      readonly papers: boolean
      readonly takenBy: string | null
      readonly draft: boolean
    }
  | {
      readonly kind: 'book'
      readonly priority: boolean
      readonly called: boolean
      readonly bloodThinner: boolean
      readonly sentAt: Date
      /** What was sent was asked by phone. */
      readonly byPhone: boolean
      /** Papers stand in what was sent. */
      readonly papers: boolean
    }
  | { readonly kind: 'underway' }

/** The person's own next step: an open call first, then questions that are not sent yet, then a video visit to book or booked. */
export function nextStep(context: Context): Promise<NextStep> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const waiting = await readOpenUrgent(tx, patientId)
    const [sent] = await tx
      .select({ id: intakes.id, submittedAt: intakes.submittedAt, source: intakes.source })
      .from(intakes)
      .innerJoin(triageResults, eq(triageResults.intakeId, intakes.id))
      .where(and(eq(intakes.patientId, patientId), isNotNull(intakes.submittedAt)))
      .orderBy(desc(intakes.submittedAt))
      .limit(1)
    const standing = await readStanding(tx, sent ? [sent.id] : [])
    const urgency = (sent && standing.get(sent.id)) ?? 'routine'
    await recordAudit(tx, context, { did: 'next_step.read', patientId, thing: 'intake', thingId: sent?.id })
    const [draft] = await tx
      .select({ id: intakes.id })
      .from(intakes)
      .where(and(eq(intakes.patientId, patientId), isNull(intakes.submittedAt)))
    const told = { byPhone: sent?.source === 'phone', papers: await hasSentPapers(tx, patientId) }
    const [first] = waiting
    if (first && needsNow(first)) return { kind: 'emergency' }
    if (first) {
      const [person] = await tx.select({ phone: people.phone }).from(people).where(eq(people.id, patientId))
      const [owner] = first.ownerId
        ? await tx.select({ name: people.name }).from(people).where(eq(people.id, first.ownerId))
        : []
      return {
        kind: 'call',
        dueAt: first.dueAt,
        phone: person?.phone ?? null,
        sentAt: sent?.submittedAt ?? null,
        ...told,
        takenBy: owner?.name ?? null,
        draft: draft !== undefined,
      }
    }
    if (draft || !sent?.submittedAt) return { kind: 'answer', started: draft !== undefined }
    const [visit] = await tx
      .select({ id: visits.id })
      .from(visits)
      .where(
        and(
          eq(visits.patientId, patientId),
          or(
            inArray(visits.state, ['booked', 'waiting', 'in_visit']),
            and(eq(visits.state, 'ended'), gte(visits.startsAt, sent.submittedAt)),
          ),
        ),
      )
      .limit(1)
    if (visit) return { kind: 'underway' }
    const [thinner] = await tx
      .select({ value: intakeAnswers.value })
      .from(intakeAnswers)
      .where(and(eq(intakeAnswers.intakeId, sent.id), eq(intakeAnswers.questionKey, 'bloodThinner')))
    return {
      kind: 'book',
      priority: urgency !== 'routine',
      called: needsCall(urgency),
      bloodThinner: thinner?.value === 'yes',
      sentAt: sent.submittedAt,
      ...told,
    }
  })
}
