import { and, desc, eq, ne } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { people } from '@db/schema/people'
import { notes, visits } from '@db/schema/visits'
import type { VisitFact } from '~/domain/care/care-facts'

type Found = VisitFact & { readonly kind: 'consult' | 'follow_up'; readonly procedureId: string | null }

/** The patient's visits that were not cancelled, newest first. An unsigned note does not exist for the patient. */
export async function careVisits(tx: Tx, patientId: string): Promise<Found[]> {
  return tx
    .select({
      id: visits.id,
      kind: visits.kind,
      procedureId: visits.procedureId,
      state: visits.state,
      startsAt: visits.startsAt,
      endedAt: visits.endedAt,
      providerName: people.name,
      noteSignedAt: notes.signedAt,
    })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.providerId))
    .leftJoin(notes, eq(notes.visitId, visits.id))
    .where(and(eq(visits.patientId, patientId), ne(visits.state, 'cancelled')))
    .orderBy(desc(visits.startsAt))
}
