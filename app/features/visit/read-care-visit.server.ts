import { eq, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { people, providerLicences } from '@db/schema/people'
import { arrivals, visits, waitingEntries } from '@db/schema/visits'
import { visitGuests } from '@db/visit-guests'
import { visitLine } from '@db/visit-line'
import { isOpaqueId } from '~/domain/opaque-id'
import { firstName } from '~/domain/people/say-names'
import { refuse } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import type { CareVisit } from '~/domain/visit/care-visit'
import { licenceThere } from '~/domain/visit/licence'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import type { WaitingLine } from '~/domain/visit/wait-range'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

type LineRow = {
  ahead: number
  busy_since: string | Date | null
  busy_planned_minutes: number | null
  typical_minutes: number | null
}

async function waitingLine(tx: Tx, visitId: string, now: Date): Promise<WaitingLine> {
  const [row] = await tx.execute<LineRow>(
    sql`select * from app.waiting_line(${visitId}, ${now.toISOString()}::timestamptz)`,
  )
  return {
    ahead: row?.ahead ?? 0,
    busySince: row?.busy_since ? new Date(row.busy_since) : null,
    busyPlannedMinutes: row?.busy_planned_minutes ?? null,
    typicalMinutes: row?.typical_minutes ?? null,
  }
}

/** The patient's own visit with everything its pages show; refuses `missing`. */
export function readCareVisit(context: Context, { visitId }: { visitId: string }) {
  return transact(context, async (tx) => {
    const missing = refuse('missing', 'There is no such visit.')
    if (!isOpaqueId(visitId)) return missing
    const [visit] = await tx.select().from(visits).where(eq(visits.id, visitId))
    if (!visit || !mayInVisit.wait(context.actor, visit)) return missing
    const person = { id: people.id, name: people.name, title: people.credentialsTitle, zone: people.timeZone }
    const [provider] = await tx.select(person).from(people).where(eq(people.id, visit.providerId))
    const [patient] = await tx.select().from(people).where(eq(people.id, visit.patientId))
    if (!provider || !patient) return missing
    const [arrival] = await tx.select().from(arrivals).where(eq(arrivals.visitId, visitId))
    const [entry] = await tx.select().from(waitingEntries).where(eq(waitingEntries.visitId, visitId))
    const held = await tx.select().from(providerLicences).where(eq(providerLicences.providerId, provider.id))
    const day = dayOf(context.now, provider.zone)
    await recordAudit(tx, context, { did: 'visit.read', patientId: visit.patientId, thing: 'visit', thingId: visitId })
    return {
      visitId,
      kind: visit.kind,
      state: visit.state,
      startsAt: visit.startsAt,
      endsAt: visit.endsAt,
      admittedAt: visit.admittedAt,
      patient: {
        id: patient.id,
        firstName: firstName(patient.name),
        phone: patient.phone,
        homeState: patient.homeState,
      },
      provider: {
        id: provider.id,
        name: provider.name,
        title: provider.title,
        licensedHere: arrival ? licenceThere(held, arrival.state, day) === 'licensed' : null,
      },
      arrival: arrival ?? null,
      waiting:
        visit.state === 'waiting' && entry
          ? { since: entry.since, awaySince: entry.awaySince, line: await waitingLine(tx, visitId, context.now) }
          : null,
      ...(await visitLine(tx, visitId)),
      mediaUrl: context.media?.url ?? null,
      guests: await visitGuests(tx, visitId),
      asOf: context.now,
    } satisfies CareVisit
  })
}
