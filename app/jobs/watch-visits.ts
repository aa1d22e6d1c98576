import { eq } from 'drizzle-orm'
import { enqueue } from '@db/enqueue'
import { visits } from '@db/schema/visits'
import { withTx } from '@db/tx'
import { presenceCheck } from '~/domain/visit/presence-check'
import type { Context } from '~/features/context'

/** Makes sure that every visit in progress is compared with its room, also when its own chain of checks was lost. */
export function watchVisits(context: Context): Promise<void> {
  return withTx(context.database, context.actor, async (tx) => {
    const running = await tx.select({ id: visits.id }).from(visits).where(eq(visits.state, 'in_visit'))
    for (const visit of running)
      await enqueue(tx, 'reconcile-presence', { visitId: visit.id }, presenceCheck(visit.id, context.now, 0))
  })
}
