import { inArray } from 'drizzle-orm'
import type { Tx } from './client'
import { triageResults } from './schema/intake'
import { triageReadings, triageReviews } from './schema/triage'
import { standingUrgency } from '~/domain/triage/standing-urgency'
import type { UrgencyEvent } from '~/domain/triage/standing-urgency'
import type { Tier } from '~/domain/triage/triage-result'

/**
 * The urgency that stands of each of these intakes: what the rules said, what was read later, what clinicians decided. Open
 * to everyone who may know an urgency at all; an intake that nothing was said of is not in it.
 */
export async function readStanding(tx: Tx, intakeIds: readonly string[]): Promise<ReadonlyMap<string, Tier>> {
  const ids = [...new Set(intakeIds)]
  if (ids.length === 0) return new Map()
  const results = await tx
    .select({ intakeId: triageResults.intakeId, urgency: triageResults.urgency, at: triageResults.createdAt })
    .from(triageResults)
    .where(inArray(triageResults.intakeId, ids))
  const readings = await tx
    .select({ intakeId: triageReadings.intakeId, urgency: triageReadings.urgency, at: triageReadings.madeAt })
    .from(triageReadings)
    .where(inArray(triageReadings.intakeId, ids))
  const reviews = await tx
    .select({ intakeId: triageReviews.intakeId, urgency: triageReviews.urgency, at: triageReviews.madeAt })
    .from(triageReviews)
    .where(inArray(triageReviews.intakeId, ids))
  const all: (UrgencyEvent & { intakeId: string })[] = [
    ...results.map((row) => ({ ...row, kind: 'result' as const })),
    ...readings.map((row) => ({ ...row, kind: 'reading' as const })),
    ...reviews.map((row) => ({ ...row, kind: 'review' as const })),
  ]
  return new Map(
    ids.flatMap((id) => {
      const stands = standingUrgency(all.filter((event) => event.intakeId === id))
      return stands ? [[id, stands] as const] : []
    }),
  )
}
