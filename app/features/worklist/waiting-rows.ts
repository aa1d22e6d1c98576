import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { readStanding } from '@db/read-standing'
import { intakes, triageResults } from '@db/schema/intake'
import { people, providerLicences } from '@db/schema/people'
import { arrivals, visits, waitingEntries } from '@db/schema/visits'
import { dayOf } from '~/domain/time/day-of'
import { licenceThere } from '~/domain/visit/licence'
import type { Context } from '~/features/context'

/** Who waits for this provider now, longest first. One query, and one for the provider's licenses. */
export async function waitingRows(tx: Tx, context: Context) {
  const latestTriage = tx
    .select({ intakeId: triageResults.intakeId })
    .from(triageResults)
    .where(eq(triageResults.patientId, visits.patientId))
    .orderBy(desc(triageResults.createdAt))
    .limit(1)
    .as('latest_triage')
  const latestIntake = tx
    .select({ submittedAt: intakes.submittedAt })
    .from(intakes)
    .where(and(eq(intakes.patientId, visits.patientId), isNotNull(intakes.submittedAt)))
    .orderBy(desc(intakes.submittedAt))
    .limit(1)
    .as('latest_intake')
  const rows = await tx
    .select({
      visitId: visits.id,
      kind: visits.kind,
      startsAt: visits.startsAt,
      patientId: visits.patientId,
      name: people.name,
      bornOn: people.bornOn,
      since: waitingEntries.since,
      awaySince: waitingEntries.awaySince,
      place: arrivals.address,
      state: arrivals.state,
      whoIsThere: arrivals.whoIsThere,
      camera: arrivals.camera,
      microphone: arrivals.microphone,
      triagedIntakeId: latestTriage.intakeId,
      intakeSentAt: latestIntake.submittedAt,
    })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.patientId))
    .innerJoin(waitingEntries, and(eq(waitingEntries.visitId, visits.id), isNull(waitingEntries.leftAt)))
    .leftJoin(arrivals, eq(arrivals.visitId, visits.id))
    .leftJoinLateral(latestTriage, sql`true`)
    .leftJoinLateral(latestIntake, sql`true`)
    .where(and(eq(visits.providerId, context.actor.id), eq(visits.state, 'waiting')))
    .orderBy(asc(waitingEntries.since))
  if (rows.length === 0) return []

  const today = dayOf(context.now, context.clinic.timeZone)
  const licences = await tx
    .select({ state: providerLicences.state, validUntil: providerLicences.validUntil })
    .from(providerLicences)
    .where(eq(providerLicences.providerId, context.actor.id))
  const standing = await readStanding(
    tx,
    rows.flatMap((row) => row.triagedIntakeId ?? []),
  )
  return rows.map(({ triagedIntakeId, ...row }) => ({
    ...row,
    urgency: (triagedIntakeId && standing.get(triagedIntakeId)) || null,
    licence: row.state === null ? ('unknown' as const) : licenceThere(licences, row.state, today),
  }))
}
