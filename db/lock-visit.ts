import { eq } from 'drizzle-orm'
import { isOpaqueId } from '~/domain/opaque-id'
import type { Tx } from './client'
import { visits } from './schema/visits'

/** The visit, locked until this transaction ends, so that its next move is decided once; undefined when the actor may not see it. */
export async function lockVisit(tx: Tx, visitId: string) {
  if (!isOpaqueId(visitId)) return undefined
  const [visit] = await tx.select().from(visits).where(eq(visits.id, visitId)).for('update')
  return visit
}
