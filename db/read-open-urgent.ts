import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from './client'
import { urgentItems } from './schema/intake'

export type OpenUrgent = typeof urgentItems.$inferSelect

/** Every call this person still waits for: emergencies first, of these the ones not taken back, then by when it is due. */
export async function readOpenUrgent(tx: Tx, patientId: string): Promise<OpenUrgent[]> {
  return tx
    .select()
    .from(urgentItems)
    .where(and(eq(urgentItems.patientId, patientId), isNull(urgentItems.closedAt)))
    .orderBy(asc(urgentItems.urgency), asc(isNotNull(urgentItems.correctedAt)), asc(urgentItems.dueAt))
}
