import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@db/client'
import { people } from '@db/schema/people'
import { arrivals, visits, waitingEntries } from '@db/schema/visits'

/** The visit, its patient and provider, and what was told at the door. */
export async function chartVisit(tx: Tx, visitId: string) {
  const patient = alias(people, 'patient')
  const provider = alias(people, 'provider')
  const [row] = await tx
    .select({
      id: visits.id,
      kind: visits.kind,
      state: visits.state,
      startsAt: visits.startsAt,
      endsAt: visits.endsAt,
      admittedAt: visits.admittedAt,
      endedAt: visits.endedAt,
      procedureId: visits.procedureId,
      providerId: visits.providerId,
      providerName: provider.name,
      providerTitle: provider.credentialsTitle,
      patient: {
        id: patient.id,
        name: patient.name,
        bornOn: patient.bornOn,
        sexAtBirth: patient.sexAtBirth,
        phone: patient.phone,
        homeState: patient.homeState,
        hasEmail: sql<boolean>`${patient.email} is not null`,
      },
      arrival: {
        address: arrivals.address,
        state: arrivals.state,
        callBackPhone: arrivals.callBackPhone,
        emergencyContact: arrivals.emergencyContact,
        whoIsThere: arrivals.whoIsThere,
        consentVersion: arrivals.consentVersion,
        consentedAt: arrivals.consentedAt,
        arrivedAt: arrivals.arrivedAt,
      },
      waitingSince: waitingEntries.since,
      awaySince: waitingEntries.awaySince,
      waitingLeftAt: waitingEntries.leftAt,
    })
    .from(visits)
    .innerJoin(patient, eq(patient.id, visits.patientId))
    .innerJoin(provider, eq(provider.id, visits.providerId))
    .leftJoin(arrivals, eq(arrivals.visitId, visits.id))
    .leftJoin(waitingEntries, eq(waitingEntries.visitId, visits.id))
    .where(eq(visits.id, visitId))
  return row ?? null
}
