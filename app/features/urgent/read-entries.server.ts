import { and, asc, eq, sql } from 'drizzle-orm'
import type { SQL, SQLWrapper } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { intakeAnswerHistory, intakeAnswers, intakes, triageResults, urgentItems } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { triageReadings, triageReviews } from '@db/schema/triage'
import type { Context } from '~/features/context'
import { reasonsOf, saidOf } from './urgent-entry'
import type { UrgentEntry } from './urgent-entry'

const owners = alias(people, 'owners')

/** The answer to the item's question that was replaced, or given, at the moment it was taken back. */
function keptAnswer(at: 'replacedAt' | 'answeredAt') {
  const kept = intakeAnswerHistory
  return sql<unknown>`(select ${kept.value} from ${kept} where ${kept.intakeId} = ${urgentItems.sourceId}
    and ${kept.questionKey} = ${urgentItems.questionKey} and ${kept[at]} = ${urgentItems.correctedAt}
    order by ${kept.version} desc limit 1)`
}

/** A reading or a review that opened a call was written in its moment, or a moment later when another came first. */
const itsMoment = (madeAt: SQLWrapper) =>
  sql`${madeAt} >= ${urgentItems.openedAt} and ${madeAt} < ${urgentItems.openedAt} + interval '1 second'`

const reviewers = alias(people, 'reviewers')

/** The later reading that opened a call, the one that asked its question first. */
const readingBehind = (tx: Tx) =>
  tx
    .select({ answers: triageReadings.answers, result: triageReadings.result })
    .from(triageReadings)
    .where(and(eq(triageReadings.intakeId, urgentItems.sourceId), itsMoment(triageReadings.madeAt)))
    .orderBy(sql`coalesce(${triageReadings.answers} ? ${urgentItems.questionKey}, false) desc`, triageReadings.madeAt)
    .limit(1)
    .as('reading')

/** The review that raised the urgency and so opened a call. */
const reviewBehind = (tx: Tx) =>
  tx
    .select({ reason: triageReviews.reason, by: reviewers.name })
    .from(triageReviews)
    .innerJoin(reviewers, eq(reviewers.id, triageReviews.madeBy))
    .where(and(eq(triageReviews.intakeId, urgentItems.sourceId), itsMoment(triageReviews.madeAt)))
    .orderBy(triageReviews.madeAt)
    .limit(1)
    .as('raised')

/** The matching calls with what a clinician must know of each: emergencies first, then what is due first. Each is recorded as read. */
export async function readEntries(tx: Tx, context: Context, which: SQL): Promise<UrgentEntry[]> {
  const [reading, raised] = [readingBehind(tx), reviewBehind(tx)]
  const rows = await tx
    .select({
      item: urgentItems,
      patient: {
        id: people.id,
        name: people.name,
        bornOn: people.bornOn,
        phone: people.phone,
        homeState: people.homeState,
      },
      ownerName: owners.name,
      version: intakes.instrumentVersion,
      value: intakeAnswers.value,
      first: keptAnswer('replacedAt'),
      second: keptAnswer('answeredAt'),
      result: triageResults.result,
      reading: { answers: reading.answers, result: reading.result },
      raised: { reason: raised.reason, by: raised.by },
    })
    .from(urgentItems)
    .innerJoin(people, eq(people.id, urgentItems.patientId))
    .leftJoin(owners, eq(owners.id, urgentItems.ownerId))
    .leftJoin(intakes, eq(intakes.id, urgentItems.sourceId))
    .leftJoin(
      intakeAnswers,
      and(eq(intakeAnswers.intakeId, urgentItems.sourceId), eq(intakeAnswers.questionKey, urgentItems.questionKey)),
    )
    .leftJoin(triageResults, eq(triageResults.intakeId, urgentItems.sourceId))
    .leftJoinLateral(reading, sql`true`)
    .leftJoinLateral(raised, sql`true`)
    .where(which)
    .orderBy(asc(urgentItems.urgency), asc(urgentItems.dueAt))
  await recordAudit(
    tx,
    context,
    rows.map(({ item }) => ({
      did: 'urgent.read',
      patientId: item.patientId,
      thing: 'urgent_item',
      thingId: item.id,
      fields: item.questionKey ? [item.questionKey] : undefined,
    })),
  )
  return rows.map(({ item, patient, ownerName, version, value, first, second, result, reading, raised }) => ({
    id: item.id,
    patient,
    urgency: item.urgency,
    source: item.source,
    sourceId: item.sourceId,
    code: item.code,
    questionKey: item.questionKey,
    said: saidOf(version, item.questionKey, item.correctedAt ? (first ?? value) : (askedLive(reading, item) ?? value)),
    corrected: item.correctedAt && {
      at: item.correctedAt,
      answer: saidOf(version, item.questionKey, second ?? value)?.answer ?? 'No answer',
    },
    reasons: raised?.by ? [] : reasonsOf(reading?.result ?? result),
    raisedBy: raised?.by ? { name: raised.by, reason: raised.reason ?? '' } : null,
    openedAt: item.openedAt,
    dueAt: item.dueAt,
    owner: item.ownerId ? { id: item.ownerId, name: ownerName ?? '' } : null,
    takenAt: item.takenAt,
    reply: item.reply,
    repliedAt: item.repliedAt,
    mistakeSaidAt: item.mistakeSaidAt,
    closedAt: item.closedAt,
    outcome: item.outcome,
  }))
}

type Read = { readonly answers: Readonly<Record<string, unknown>> | null } | null

/** What was answered to the call's question when a clinician asked it live. */
function askedLive(reading: Read, { questionKey }: { questionKey: string | null }): unknown {
  return questionKey === null ? undefined : reading?.answers?.[questionKey]
}
