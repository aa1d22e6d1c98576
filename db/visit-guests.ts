import { and, desc, eq } from 'drizzle-orm'
import type { GuestFacts } from '~/domain/visit/stage-facts'
import type { Tx } from './client'
import { admissions, guests } from './schema/visits'

/** The guests of a visit with their newest admission, in the order of invitation. */
export async function visitGuests(tx: Tx, visitId: string): Promise<GuestFacts[]> {
  const invited = await tx.select().from(guests).where(eq(guests.visitId, visitId)).orderBy(guests.invitedAt)
  const admitted = await tx
    .select()
    .from(admissions)
    .where(and(eq(admissions.visitId, visitId), eq(admissions.role, 'guest')))
    .orderBy(desc(admissions.admittedAt))
  return invited.map((guest) => {
    const newest = admitted.find((admission) => admission.identity === guest.id)
    const { id, kind, name, arrivedAt, consentedAt, refusedAt } = guest
    return {
      id,
      kind,
      name,
      arrivedAt,
      consentedAt,
      refusedAt,
      admittedAt: newest?.admittedAt ?? null,
      leftAt: newest?.endedAt ?? null,
    }
  })
}
