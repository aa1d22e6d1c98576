import { and, eq, gt, ne, notExists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { recordAudit } from '@db/audit'
import { readTriageEvents } from '@db/read-triage-events'
import { people } from '@db/schema/people'
import { triageReviews } from '@db/schema/triage'
import { may } from '~/domain/people/permissions'
import { directionOf } from '~/domain/triage/judge-override'
import type { ReviewReason } from '~/domain/triage/review-lists'
import { standingUrgency, withBefore } from '~/domain/triage/standing-urgency'
import type { Tier } from '~/domain/triage/triage-result'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

export type OverrideToReview = {
  readonly intakeId: string
  readonly patient: { readonly id: string; readonly name: string; readonly bornOn: string | null }
  readonly from: Tier
  readonly to: Tier
  readonly reasonCode: ReviewReason | null
  readonly reason: string | null
  readonly by: string
  readonly at: Date
}

const later = alias(triageReviews, 'later')

/** Urgencies that a colleague lowered and nobody else has looked at since, oldest first. Empty for whoever is not a clinician. */
export function listOverrides(context: Context): Promise<OverrideToReview[]> {
  return transact(context, async (tx) => {
    if (!may.reviewTriage(context.actor)) return []
    const answered = tx
      .select({ id: later.id })
      .from(later)
      .where(
        and(
          eq(later.intakeId, triageReviews.intakeId),
          gt(later.madeAt, triageReviews.madeAt),
          ne(later.madeBy, triageReviews.madeBy),
        ),
      )
    const rows = await tx
      .select({
        id: triageReviews.id,
        intakeId: triageReviews.intakeId,
        reasonCode: triageReviews.reasonCode,
        reason: triageReviews.reason,
        at: triageReviews.madeAt,
        patient: { id: people.id, name: people.name, bornOn: people.bornOn },
      })
      .from(triageReviews)
      .innerJoin(people, eq(people.id, triageReviews.patientId))
      .where(
        and(eq(triageReviews.decision, 'override'), ne(triageReviews.madeBy, context.actor.id), notExists(answered)),
      )
      .orderBy(triageReviews.madeAt)
    const events = await readTriageEvents(
      tx,
      rows.map((row) => row.intakeId),
    )
    const lowered = rows.flatMap(({ id, ...row }): OverrideToReview[] => {
      const own = events.filter((event) => event.intakeId === row.intakeId)
      const review = withBefore(own).find((event) => event.id === id)
      const stands = standingUrgency(own)
      if (!review?.before || !stands || directionOf(review.before, stands) !== 'lower') return []
      return [{ ...row, from: review.before, to: stands, by: review.by?.name ?? '' }]
    })
    const waiting = lowered.filter(
      (one, index) => lowered.findIndex((each) => each.intakeId === one.intakeId) === index,
    )
    await recordAudit(
      tx,
      context,
      waiting.map((one) => ({
        did: 'triage.list',
        patientId: one.patient.id,
        thing: 'intake',
        thingId: one.intakeId,
      })),
    )
    return waiting
  })
}
