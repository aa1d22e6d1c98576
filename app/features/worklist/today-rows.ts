import { and, asc, desc, eq, gte, lt, ne, sql } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { readStanding } from '@db/read-standing'
import { triageResults } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { visits, waitingEntries } from '@db/schema/visits'
import { addDays } from '~/domain/time/add-days'
import { atWallClock } from '~/domain/time/at-wall-clock'
import { dayOf } from '~/domain/time/day-of'
import type { Context } from '~/features/context'

export type TodayRow = Awaited<ReturnType<typeof todayRows>>[number]

/** This provider's visits of the clinic's calendar day, in order, cancelled ones left out. */
export async function todayRows(tx: Tx, context: Context) {
  const zone = context.clinic.timeZone
  const today = dayOf(context.now, zone)
  const latestTriage = tx
    .select({ intakeId: triageResults.intakeId })
    .from(triageResults)
    .where(eq(triageResults.patientId, visits.patientId))
    .orderBy(desc(triageResults.createdAt))
    .limit(1)
    .as('latest_triage')
  const rows = await tx
    .select({
      visitId: visits.id,
      kind: visits.kind,
      state: visits.state,
      startsAt: visits.startsAt,
      admittedAt: visits.admittedAt,
      endedAt: visits.endedAt,
      patientId: visits.patientId,
      name: people.name,
      bornOn: people.bornOn,
      since: waitingEntries.since,
      awaySince: waitingEntries.awaySince,
      intakeId: latestTriage.intakeId,
    })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.patientId))
    .leftJoin(waitingEntries, eq(waitingEntries.visitId, visits.id))
    .leftJoinLateral(latestTriage, sql`true`)
    .where(
      and(
        eq(visits.providerId, context.actor.id),
        gte(visits.startsAt, atWallClock(today, '00:00', zone)),
        lt(visits.startsAt, atWallClock(addDays(today, 1), '00:00', zone)),
        ne(visits.state, 'cancelled'),
      ),
    )
    .orderBy(asc(visits.startsAt))
  const standing = await readStanding(
    tx,
    rows.flatMap((row) => row.intakeId ?? []),
  )
  return rows.map(({ intakeId, ...row }) => ({ ...row, urgency: (intakeId && standing.get(intakeId)) || null }))
}
