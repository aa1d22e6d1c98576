import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { holds } from '@db/schema/schedule'

export type HeldTime = {
  readonly id: string
  readonly providerId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly expiresAt: Date
}

type Purpose = 'consult' | 'reschedule'

/** The time this patient holds for this purpose and has not lost yet. */
export async function readHold(tx: Tx, patientId: string, purpose: Purpose, now: Date): Promise<HeldTime | null> {
  const [hold] = await tx
    .select({
      id: holds.id,
      providerId: holds.providerId,
      startsAt: holds.startsAt,
      endsAt: holds.endsAt,
      expiresAt: holds.expiresAt,
    })
    .from(holds)
    .where(
      and(eq(holds.patientId, patientId), eq(holds.purpose, purpose), isNull(holds.usedAt), gt(holds.expiresAt, now)),
    )
    .orderBy(desc(holds.expiresAt))
    .limit(1)
  return hold ?? null
}
