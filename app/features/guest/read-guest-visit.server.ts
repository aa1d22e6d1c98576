import { desc, eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { admissions, guests, visits } from '@db/schema/visits'
import { firstName } from '~/domain/people/say-names'
import { refuse } from '~/domain/refusal'
import type { GuestVisit } from '~/domain/visit/guest-visit'
import { isLive } from '~/domain/visit/visit'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** The one visit of a guest: when, with whom, the patient's first name, and where the guest stands. Refuses `missing` once it is over. */
export function readGuestVisit(context: Context) {
  return transact(context, async (tx) => {
    const missing = refuse('missing', 'There is no such visit.')
    const [guest] = await tx.select().from(guests).where(eq(guests.id, context.actor.id))
    if (!guest || guest.expiresAt.getTime() <= context.now.getTime()) return missing
    const seen = {
      state: visits.state,
      startsAt: visits.startsAt,
      endsAt: visits.endsAt,
      patientId: visits.patientId,
      providerId: visits.providerId,
    }
    const [visit] = await tx.select(seen).from(visits).where(eq(visits.id, guest.visitId))
    if (!visit || !isLive(visit.state)) return missing
    const named = await tx.select({ id: people.id, name: people.name }).from(people)
    const nameOf = (id: string) => named.find((person) => person.id === id)?.name ?? ''
    const admission = { admittedAt: admissions.admittedAt, leftAt: admissions.endedAt }
    const [newest] = await tx
      .select(admission)
      .from(admissions)
      .where(eq(admissions.identity, guest.id))
      .orderBy(desc(admissions.admittedAt))
      .limit(1)
    await recordAudit(tx, context, {
      did: 'visit.read',
      patientId: visit.patientId,
      thing: 'visit',
      thingId: guest.visitId,
    })
    const { id, kind, name, arrivedAt, consentedAt, refusedAt } = guest
    return {
      visitId: guest.visitId,
      isRunning: visit.state === 'in_visit',
      startsAt: visit.startsAt,
      patient: { id: visit.patientId, firstName: firstName(nameOf(visit.patientId)) },
      provider: { id: visit.providerId, name: nameOf(visit.providerId) },
      guest: {
        id,
        kind,
        name,
        arrivedAt,
        consentedAt,
        refusedAt,
        admittedAt: newest?.admittedAt ?? null,
        leftAt: newest?.leftAt ?? null,
      },
      hasMedia: context.media !== null,
      asOf: context.now,
    } satisfies GuestVisit
  })
}
