import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { lockVisit } from '@db/lock-visit'
import { allocations } from '@db/schema/schedule'
import { arrivals, visits } from '@db/schema/visits'
import { refuse } from '~/domain/refusal'
import { missedAt } from '~/domain/visit/doors'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/**
 * A booked visit whose patient never came counts as missed, 20 minutes past its start. `startsAt` is the start for which
 * this was planned: a visit that has moved since is left alone. Refuses `missing`, `moved`, `early` and `came`.
 */
export function missVisit(context: Context, { visitId, startsAt }: { visitId: string; startsAt: string }) {
  return transact(context, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    if (!visit) return refuse('missing', 'There is no such visit.')
    if (visit.startsAt.getTime() !== new Date(startsAt).getTime()) return refuse('moved', 'The visit has moved.')
    if (visit.state !== 'booked') return refuse('came', 'The patient came, or the visit is off.')
    if (context.now.getTime() < missedAt(visit.startsAt).getTime())
      return refuse('early', 'The patient may still come.')
    const [arrival] = await tx.select({ id: arrivals.visitId }).from(arrivals).where(eq(arrivals.visitId, visitId))
    if (arrival) return refuse('came', 'The patient came and left again.')
    await tx.update(visits).set({ state: 'no_show' }).where(eq(visits.id, visitId))
    await tx
      .update(allocations)
      .set({ releasedAt: context.now })
      .where(and(eq(allocations.visitId, visitId), isNull(allocations.releasedAt)))
    await recordAudit(tx, context, { did: 'visit.miss', patientId: visit.patientId, thing: 'visit', thingId: visitId })
    await announce(tx, { topic: 'visit', patientId: visit.patientId, visitId })
    return { visitId }
  })
}
