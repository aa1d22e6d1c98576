import { and, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { readStanding } from '@db/read-standing'
import { readTriageEvents } from '@db/read-triage-events'
import type { TriageEvent } from '@db/read-triage-events'
import { intakeAnswers, intakes } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { visits } from '@db/schema/visits'
import { isQuestionKey } from '~/domain/intake/instrument'
import type { Answers } from '~/domain/intake/instrument'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { mergedAnswers } from '~/domain/triage/merged-answers'
import { completenessOf } from '~/domain/triage/open-to-ask'
import type { Completeness } from '~/domain/triage/open-to-ask'
import { standingPattern } from '~/domain/triage/standing-urgency'
import { tiers } from '~/domain/triage/triage-result'
import type { SiTier, Tier } from '~/domain/triage/triage-result'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

export type ListedIntake = {
  readonly id: string
  readonly patient: { readonly id: string; readonly name: string; readonly bornOn: string | null }
  readonly side: 'left' | 'right' | 'both' | 'middle' | 'none' | null
  readonly byPhone: boolean
  readonly savedAt: Date
  readonly submittedAt: Date | null
  /** The next visit that is booked or under way. */
  readonly visit: { readonly id: string; readonly startsAt: Date } | null
  readonly urgency: Tier | null
  readonly siPattern: SiTier | null
  readonly completeness: Completeness
  /** The newest review, and whether something was read since. */
  readonly reviewed: { readonly by: string; readonly at: Date; readonly since: boolean } | null
}

/** So many are shown at once; there are never more open than a clinic works through. */
const most = 200

/**
 * The newest sent intake, else the draft, of everyone a clinician may still have to look at: sent and not yet seen in a consult, or with a visit
 * ahead; an open draft only with a visit ahead. Most urgent first, then the one that waits longest.
 */
export function listIntakes(context: Context): Promise<ListedIntake[] | Refusal<'missing'>> {
  return transact(context, async (tx) => {
    if (!may.reviewTriage(context.actor)) return refuse('missing', 'There is no such page.')
    const rows = await newest(tx)
    await recordAudit(
      tx,
      context,
      rows.map((row) => ({ did: 'triage.list', patientId: row.patient.id, thing: 'intake', thingId: row.id })),
    )
    const ids = rows.map((row) => row.id)
    const [standing, answers, events] = [
      await readStanding(tx, ids),
      await answersOf(tx, ids),
      await readTriageEvents(tx, ids),
    ]
    const rank = (urgency: Tier | null) => (urgency === null ? -1 : tiers.indexOf(urgency))
    return rows
      .map(({ version, visitId, visitStartsAt, source, ...row }): ListedIntake => {
        const own = events.filter((event) => event.intakeId === row.id)
        return {
          ...row,
          byPhone: source === 'phone',
          visit: visitId && visitStartsAt ? { id: visitId, startsAt: visitStartsAt } : null,
          urgency: standing.get(row.id) ?? null,
          siPattern: standingPattern(own),
          completeness: completenessOf(
            mergedAnswers(
              answers.get(row.id) ?? {},
              own.map((one) => one.answers),
            ),
            version,
          ),
          reviewed: reviewedIn(own),
        }
      })
      .toSorted(
        (one, other) =>
          rank(other.urgency) - rank(one.urgency) ||
          +(one.submittedAt ?? one.savedAt) - +(other.submittedAt ?? other.savedAt),
      )
  })
}

function newest(tx: Tx) {
  const latest = tx
    .selectDistinctOn([intakes.patientId], { id: intakes.id })
    .from(intakes)
    .orderBy(intakes.patientId, sql`${intakes.submittedAt} is null`, desc(intakes.startedAt))
    .as('latest')
  const ahead = tx
    .select({ id: visits.id, startsAt: visits.startsAt })
    .from(visits)
    .where(and(eq(visits.patientId, intakes.patientId), inArray(visits.state, ['booked', 'waiting', 'in_visit'])))
    .orderBy(visits.startsAt)
    .limit(1)
    .as('ahead')
  const seen = tx
    .select({ endedAt: visits.endedAt })
    .from(visits)
    .where(
      and(eq(visits.patientId, intakes.patientId), eq(visits.kind, 'consult'), gt(visits.endedAt, intakes.submittedAt)),
    )
    .limit(1)
    .as('seen')
  return tx
    .select({
      id: intakes.id,
      version: intakes.instrumentVersion,
      side: intakes.side,
      source: intakes.source,
      savedAt: intakes.savedAt,
      submittedAt: intakes.submittedAt,
      patient: { id: people.id, name: people.name, bornOn: people.bornOn },
      visitId: ahead.id,
      visitStartsAt: ahead.startsAt,
    })
    .from(intakes)
    .innerJoin(latest, eq(latest.id, intakes.id))
    .innerJoin(people, eq(people.id, intakes.patientId))
    .leftJoinLateral(ahead, sql`true`)
    .leftJoinLateral(seen, sql`true`)
    .where(or(isNotNull(ahead.id), and(isNotNull(intakes.submittedAt), isNull(seen.endedAt))))
    .orderBy(desc(intakes.savedAt))
    .limit(most)
}

async function answersOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Answers>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ intakeId: intakeAnswers.intakeId, key: intakeAnswers.questionKey, value: intakeAnswers.value })
    .from(intakeAnswers)
    .where(inArray(intakeAnswers.intakeId, [...ids]))
  const found = new Map<string, Record<string, unknown>>()
  for (const { intakeId, key, value } of rows)
    if (isQuestionKey(key)) found.set(intakeId, Object.assign(found.get(intakeId) ?? {}, { [key]: value }))
  return found as ReadonlyMap<string, Answers>
}

function reviewedIn(events: readonly TriageEvent[]): ListedIntake['reviewed'] {
  const review = events
    .filter((event) => event.kind === 'review')
    .toSorted((one, other) => +one.at - +other.at)
    .at(-1)
  if (!review) return null
  return { by: review.by?.name ?? '', at: review.at, since: events.some((event) => event.at > review.at) }
}
