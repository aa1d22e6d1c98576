import { eq, inArray } from 'drizzle-orm'
import type { Tx } from './client'
import { triageResults } from './schema/intake'
import { people } from './schema/people'
import { triageReadings, triageReviews } from './schema/triage'
import type { Answers } from '~/domain/intake/instrument'
import type { PatternEvent } from '~/domain/triage/standing-urgency'

/** An event of one intake, with what was asked live in a reading and who made a review. */
export type TriageEvent = PatternEvent & {
  readonly id: string
  readonly intakeId: string
  readonly answers: Answers | null
  readonly by: { readonly id: string; readonly name: string } | null
}

/** What happened to the urgency and the pattern of these intakes; for clinicians. */
export async function readTriageEvents(tx: Tx, ids: readonly string[]): Promise<TriageEvent[]> {
  if (ids.length === 0) return []
  const wanted = [...ids]
  const results = await tx
    .select({
      id: triageResults.id,
      intakeId: triageResults.intakeId,
      urgency: triageResults.urgency,
      siPattern: triageResults.siPattern,
      at: triageResults.createdAt,
    })
    .from(triageResults)
    .where(inArray(triageResults.intakeId, wanted))
  const readings = await tx
    .select({
      id: triageReadings.id,
      intakeId: triageReadings.intakeId,
      urgency: triageReadings.urgency,
      siPattern: triageReadings.siPattern,
      at: triageReadings.madeAt,
      answers: triageReadings.answers,
    })
    .from(triageReadings)
    .where(inArray(triageReadings.intakeId, wanted))
    .orderBy(triageReadings.madeAt)
  const reviews = await tx
    .select({
      id: triageReviews.id,
      intakeId: triageReviews.intakeId,
      urgency: triageReviews.urgency,
      siPattern: triageReviews.siPattern,
      at: triageReviews.madeAt,
      by: { id: people.id, name: people.name },
    })
    .from(triageReviews)
    .innerJoin(people, eq(people.id, triageReviews.madeBy))
    .where(inArray(triageReviews.intakeId, wanted))
  return [
    ...results.map((row): TriageEvent => ({ ...row, kind: 'result', answers: null, by: null })),
    ...readings.map((row): TriageEvent => ({ ...row, kind: 'reading', by: null })),
    ...reviews.map((row): TriageEvent => ({ ...row, kind: 'review', answers: null })),
  ]
}
