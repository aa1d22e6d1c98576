import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Tx } from './client'
import { readStanding } from './read-standing'
import { intakes, urgentItems } from './schema/intake'
import { people } from './schema/people'
import { visits } from './schema/visits'
import { bookingGate } from '~/domain/schedule/booking-gate'
import type { BookingGate } from '~/domain/schedule/booking-gate'

/** What decides whether this patient may book a consult now. */
export async function readGate(tx: Tx, patientId: string): Promise<BookingGate> {
  const [intake] = await tx
    .select({ id: intakes.id, submittedAt: intakes.submittedAt })
    .from(intakes)
    .where(eq(intakes.patientId, patientId))
    .orderBy(desc(intakes.startedAt))
    .limit(1)
  const standing = await readStanding(tx, intake ? [intake.id] : [])
  const calls = await tx
    .select({ sourceId: urgentItems.sourceId, closedAt: urgentItems.closedAt })
    .from(urgentItems)
    .where(eq(urgentItems.patientId, patientId))
  const consults = await tx
    .select({ id: visits.id, state: visits.state, endedAt: visits.endedAt })
    .from(visits)
    .where(
      and(
        eq(visits.patientId, patientId),
        eq(visits.kind, 'consult'),
        inArray(visits.state, ['booked', 'waiting', 'in_visit', 'ended']),
      ),
    )
  const [person] = await tx.select({ homeState: people.homeState }).from(people).where(eq(people.id, patientId))
  const submittedAt = intake?.submittedAt ?? null
  return bookingGate({
    intake: intake ? { submitted: submittedAt !== null } : null,
    urgency: (intake && standing.get(intake.id)) ?? null,
    openCalls: calls.filter((call) => call.closedAt === null).length,
    callClosed: calls.some((call) => call.sourceId === intake?.id && call.closedAt !== null),
    homeState: person?.homeState ?? null,
    liveConsultId: consults.find((visit) => visit.state !== 'ended')?.id ?? null,
    seen: consults.some((visit) => visit.endedAt !== null && submittedAt !== null && visit.endedAt > submittedAt),
  })
}
