import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from './client'
import type { Span } from './schema/columns'
import { allocations } from './schema/schedule'

type For = { visitId: string } | { procedureId: string } | { holdId: string }

/**
 * Takes all these resources for one span, or says which one is taken. The exclusion constraint decides who was first; rows are
 * inserted in one order, so that two stampedes cannot deadlock. On a taken resource the caller rolls back.
 */
export async function allocate(
  tx: Tx,
  wish: { resourceIds: readonly string[]; patientId: string; during: Span; for: For; now: Date },
): Promise<{ taken: string } | null> {
  await tx.execute(sql`select app.release_expired_holds(${wish.now.toISOString()}::timestamptz)`)
  for (const resourceId of [...new Set(wish.resourceIds)].toSorted()) {
    const [row] = await tx
      .insert(allocations)
      .values({ resourceId, patientId: wish.patientId, during: wish.during, ...wish.for })
      .onConflictDoNothing()
      .returning({ id: allocations.id })
    if (!row) return { taken: resourceId }
  }
  return null
}

/** Gives back everything that is held for a visit, a procedure or a hold. */
export async function release(tx: Tx, what: For, now: Date): Promise<void> {
  const column =
    'visitId' in what
      ? eq(allocations.visitId, what.visitId)
      : 'procedureId' in what
        ? eq(allocations.procedureId, what.procedureId)
        : eq(allocations.holdId, what.holdId)
  await tx
    .update(allocations)
    .set({ releasedAt: now })
    .where(and(column, isNull(allocations.releasedAt)))
}
