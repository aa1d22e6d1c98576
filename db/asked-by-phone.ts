import { eq, max } from 'drizzle-orm'
import type { Tx } from './client'
import { phoneAgreements } from './schema/intake'

/** When the last call about an intake began in which its questions were asked; null when it was never asked by phone. */
export async function askedByPhone(tx: Tx, intakeId: string): Promise<Date | null> {
  const [last] = await tx
    .select({ at: max(phoneAgreements.agreedAt) })
    .from(phoneAgreements)
    .where(eq(phoneAgreements.intakeId, intakeId))
  return last?.at ?? null
}
