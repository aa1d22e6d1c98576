import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { people, providerLicences } from '@db/schema/people'
import { arrivals, licenceOverrides, visits, waitingEntries } from '@db/schema/visits'
import { visitGuests } from '@db/visit-guests'
import { visitLine } from '@db/visit-line'
import { isOpaqueId } from '~/domain/opaque-id'
import { may } from '~/domain/people/permissions'
import { firstName } from '~/domain/people/say-names'
import { refuse } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { licenceThere } from '~/domain/visit/licence'
import type { Licence, StageFacts } from '~/domain/visit/stage-facts'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

type Named = { id: string; zone: string }

async function licencesOf(
  tx: Tx,
  context: Context,
  provider: Named,
): Promise<{ state: string; validUntil: string | null }[]> {
  const day = dayOf(context.now, provider.zone)
  const held = await tx.select().from(providerLicences).where(eq(providerLicences.providerId, provider.id))
  return held.filter((licence) => licenceThere([licence], licence.state, day) === 'licensed')
}

async function isOverridden(tx: Tx, visitId: string, state: string): Promise<boolean> {
  const overrides = await tx.select().from(licenceOverrides).where(eq(licenceOverrides.visitId, visitId))
  return overrides.some((override) => override.state === state)
}

/** The provider's stage of one visit; refuses `missing`. */
export function readStage(context: Context, { visitId }: { visitId: string }) {
  return transact(context, async (tx) => {
    const missing = refuse('missing', 'There is no such visit.')
    if (!may.readChart(context.actor) || !isOpaqueId(visitId)) return missing
    const [visit] = await tx.select().from(visits).where(eq(visits.id, visitId))
    if (!visit) return missing
    const person = { id: people.id, name: people.name, zone: people.timeZone }
    const [provider] = await tx.select(person).from(people).where(eq(people.id, visit.providerId))
    const [patient] = await tx.select(person).from(people).where(eq(people.id, visit.patientId))
    if (!provider || !patient) return missing
    const [arrival] = await tx.select().from(arrivals).where(eq(arrivals.visitId, visitId))
    const [entry] = await tx.select().from(waitingEntries).where(eq(waitingEntries.visitId, visitId))
    const licences = (await licencesOf(tx, context, provider)).map((licence) => licence.state)
    const where = (state: string): Licence => (licences.includes(state) ? 'licensed' : 'unlicensed')
    const overridden = arrival !== undefined && (await isOverridden(tx, visitId, arrival.state))
    await recordAudit(tx, context, { did: 'visit.read', patientId: visit.patientId, thing: 'visit', thingId: visitId })
    return {
      visitId,
      kind: visit.kind,
      state: visit.state,
      mine: mayInVisit.admit(context.actor, visit),
      patient: { id: patient.id, name: patient.name, firstName: firstName(patient.name) },
      provider: { id: provider.id, name: provider.name },
      startsAt: visit.startsAt,
      endsAt: visit.endsAt,
      waitingSince: visit.state === 'waiting' ? (entry?.since ?? null) : null,
      awaySince: visit.state === 'waiting' ? (entry?.awaySince ?? null) : null,
      lastSeenAt: entry?.lastSeenAt ?? null,
      admittedAt: visit.admittedAt,
      endedAt: visit.endedAt,
      arrival: arrival ?? null,
      licence: arrival
        ? where(arrival.state) === 'unlicensed' && overridden
          ? 'overridden'
          : where(arrival.state)
        : 'unknown',
      licences,
      ...(await visitLine(tx, visitId)),
      hasMedia: context.media !== null,
      guests: await visitGuests(tx, visitId),
      asOf: context.now,
    } satisfies StageFacts
  })
}
