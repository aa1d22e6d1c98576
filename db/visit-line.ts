import { desc, eq } from 'drizzle-orm'
import type { Line } from '~/domain/visit/stage-facts'
import type { Tx } from './client'
import { visitFallbacks } from './schema/visits'

/** How the two talk now, and since when; video until somebody went over to the telephone. */
export async function visitLine(tx: Tx, visitId: string): Promise<{ line: Line; lineSince: Date | null }> {
  const [newest] = await tx
    .select()
    .from(visitFallbacks)
    .where(eq(visitFallbacks.visitId, visitId))
    .orderBy(desc(visitFallbacks.startedAt))
    .limit(1)
  return { line: newest?.toPhone ? 'phone' : 'video', lineSince: newest?.startedAt ?? null }
}
