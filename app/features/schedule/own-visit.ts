import { and, eq } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { procedures } from '@db/schema/cases'
import { people } from '@db/schema/people'
import { visits } from '@db/schema/visits'

/** A visit of this patient with its provider, and the procedure it follows. `lock` holds the visit's row until the end. */
export async function ownVisit(tx: Tx, patientId: string, visitId: string, lock = false) {
  const found = tx
    .select({
      visit: visits,
      provider: { id: people.id, name: people.name, title: people.credentialsTitle },
      procedure: { id: procedures.id, startsAt: procedures.startsAt },
    })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.providerId))
    .leftJoin(procedures, eq(procedures.id, visits.procedureId))
    .where(and(eq(visits.id, visitId), eq(visits.patientId, patientId)))
  const [row] = lock ? await found.for('no key update', { of: visits }) : await found
  return row ?? null
}

export type OwnVisit = NonNullable<Awaited<ReturnType<typeof ownVisit>>>
