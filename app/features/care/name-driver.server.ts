import { and, eq } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { checklistItems, procedures } from '@db/schema/cases'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { ownProcedure } from './own-procedure'

/** Who drives the asking patient home: kept with the procedure, and the checklist line is settled with it. */
export function nameDriver(
  context: Context,
  wish: { name: string; phone: string },
): Promise<{ procedureId: string } | Refusal<'missing'>> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const procedure = await ownProcedure(tx, patientId, context.now)
    if (!procedure) return refuse('missing', 'There is no injection booked.')
    const driverName = `${wish.name}, ${wish.phone}`
    await tx.update(procedures).set({ driverName }).where(eq(procedures.id, procedure.id))
    await tx
      .update(checklistItems)
      .set({
        state: 'done',
        proof: `Named by the patient: ${driverName}`,
        changedBy: patientId,
        changedAt: context.now,
      })
      .where(and(eq(checklistItems.caseId, procedure.caseId), eq(checklistItems.code, 'driver')))
    await recordAudit(tx, context, {
      did: 'procedure.driver',
      patientId,
      thing: 'procedure',
      thingId: procedure.id,
      fields: ['driver_name'],
    })
    await announce(tx, { topic: 'case', patientId })
    return { procedureId: procedure.id }
  })
}
