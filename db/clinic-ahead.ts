import type { Tx } from './client'
import { clinicClock } from './schema/records'

/** How far the clinic's clock runs ahead of real time, in milliseconds: what a foreign clock's time is moved by. */
export async function clinicAhead(tx: Tx): Promise<number> {
  const [clock] = await tx.select({ seconds: clinicClock.aheadSeconds }).from(clinicClock)
  return (clock?.seconds ?? 0) * 1000
}
