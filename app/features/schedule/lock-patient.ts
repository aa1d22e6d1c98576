import { eq } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { people } from '@db/schema/people'

/** One person books one thing at a time: two tabs of the same patient wait for each other until the transaction ends. */
export async function lockPatient(
  tx: Tx,
  patientId: string,
): Promise<{ email: string | null; timeZone: string } | null> {
  const [person] = await tx
    .select({ email: people.email, timeZone: people.timeZone })
    .from(people)
    .where(eq(people.id, patientId))
    .for('no key update')
  return person ?? null
}
