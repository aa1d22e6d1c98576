import { and, eq } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { arrivals, visits } from '@db/schema/visits'
import { alone } from '~/domain/visit/arrival'
import type { Context } from '~/features/context'

export type RunningVisit = {
  readonly id: string
  /** Whether the patient said that someone is in the room with them; null when they have not said. */
  readonly company: boolean | null
}

/** The visit in which this clinician and this patient are together now; null when they are not. */
export async function ownRunningVisit(tx: Tx, context: Context, patientId: string): Promise<RunningVisit | null> {
  const [visit] = await tx
    .select({ id: visits.id, whoIsThere: arrivals.whoIsThere })
    .from(visits)
    .leftJoin(arrivals, eq(arrivals.visitId, visits.id))
    .where(and(eq(visits.patientId, patientId), eq(visits.providerId, context.actor.id), eq(visits.state, 'in_visit')))
    .limit(1)
  if (!visit) return null
  return { id: visit.id, company: visit.whoIsThere === null ? null : visit.whoIsThere !== alone }
}
