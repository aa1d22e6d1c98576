import { recordAudit } from '@db/audit'
import { announce } from '@db/announce'
import { lockVisit } from '@db/lock-visit'
import { visitFallbacks } from '@db/schema/visits'
import { visitLine } from '@db/visit-line'
import { refuse } from '~/domain/refusal'
import type { Line } from '~/domain/visit/stage-facts'
import { mayInVisit } from '~/domain/visit/visit-permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** Goes over to the line, inside the same visit; the line that is there already changes nothing. Refuses `missing` and `not_running`. */
export function changeLine(context: Context, visitId: string, wanted: Line) {
  return transact(context, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    if (!visit || !mayInVisit.changeLine(context.actor, visit)) return refuse('missing', 'There is no such visit.')
    if (visit.state !== 'in_visit') return refuse('not_running', 'This visit is not running.')
    const { line } = await visitLine(tx, visitId)
    if (line === wanted) return { visitId }
    const { patientId } = visit
    const toPhone = wanted === 'phone'
    await tx
      .insert(visitFallbacks)
      .values({ visitId, patientId, toPhone, startedBy: context.actor.id, startedAt: context.now })
    await recordAudit(tx, context, { did: `visit.to_${wanted}`, patientId, thing: 'visit', thingId: visitId })
    await announce(tx, { topic: 'visit', patientId, visitId })
    return { visitId }
  })
}
