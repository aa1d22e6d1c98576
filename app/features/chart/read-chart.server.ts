import { recordAudit } from '@db/audit'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { chartIntake } from './chart-intake'
import { chartNote } from './chart-note'
import { chartOrder, chartProcedure, earlierProcedures } from './chart-order'
import { chartVisit } from './chart-visit'

export type Chart = Exclude<Awaited<ReturnType<typeof readChart>>, { refused: string }>

/** Everything a clinician sees of one visit: before admission, during it and afterwards. */
export async function readChart(context: Context, { visitId }: { visitId: string }) {
  return transact(context, async (tx) => {
    const visit = may.readChart(context.actor) ? await chartVisit(tx, visitId) : null
    if (!visit) return refuse('no_visit', 'There is no such visit.')
    const patientId = visit.patient.id
    const chart = {
      now: context.now,
      mine: may.writeNote(context.actor, visit),
      visit,
      intake: await chartIntake(tx, patientId),
      note: await chartNote(tx, visitId),
      order: await chartOrder(tx, visitId),
      procedure: visit.procedureId ? await chartProcedure(tx, visit.procedureId) : null,
      earlier: await earlierProcedures(tx, patientId),
    }
    await recordAudit(tx, context, {
      did: 'chart.read',
      patientId,
      thing: 'visit',
      thingId: visitId,
      fields: ['arrival', 'intake', 'triage', 'note', 'order', ...(chart.procedure ? ['procedure'] : [])],
    })
    return chart
  })
}
