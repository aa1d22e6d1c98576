import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { lockVisit } from '@db/lock-visit'
import { arrivals } from '@db/schema/visits'
import { refuse } from '~/domain/refusal'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** The patient gives another number to be called at during this visit. Refuses `missing` and `over`. */
export function changeCallBack(context: Context, { visitId, phone }: { visitId: string; phone: string }) {
  return transact(context, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    if (!visit || !mayInVisit.wait(context.actor, visit)) return refuse('missing', 'There is no such visit.')
    if (visit.state !== 'waiting' && visit.state !== 'in_visit') return refuse('over', 'This visit is not running.')
    await tx.update(arrivals).set({ callBackPhone: phone }).where(eq(arrivals.visitId, visitId))
    const { patientId } = visit
    await recordAudit(tx, context, {
      did: 'visit.call_back',
      patientId,
      thing: 'visit',
      thingId: visitId,
      fields: ['callBackPhone'],
    })
    await announce(tx, { topic: 'visit', patientId, visitId })
    return { visitId }
  })
}
