import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { visits } from '@db/schema/visits'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { intakeFacts } from './intake-facts'

/** What an order from this visit would take over and open, read before it is given. */
export async function previewOrder(context: Context, { visitId }: { visitId: string }) {
  if (!may.readChart(context.actor)) return refuse('no_visit', 'There is no such visit.')
  return transact(context, async (tx) => {
    const [visit] = await tx
      .select({ patientId: visits.patientId, providerId: visits.providerId })
      .from(visits)
      .where(eq(visits.id, visitId))
    if (!visit || !may.order(context.actor, visit)) return refuse('no_visit', 'There is no such visit.')
    const facts = await intakeFacts(tx, visit.patientId)
    await recordAudit(tx, context, {
      did: 'order.preview',
      patientId: visit.patientId,
      thing: 'visit',
      thingId: visitId,
      fields: ['side', 'payer', 'blockers'],
    })
    return facts
  })
}
