import { eq } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { procedures } from '@db/schema/cases'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { ownProcedure } from './own-procedure'

/** The asking patient keeps the time the clinic booked. Only the time they saw is kept: after a move it is asked again. */
export function keepProcedure(
  context: Context,
  wish: { startsAt: Date },
): Promise<{ procedureId: string } | Refusal<'missing' | 'moved'>> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const procedure = await ownProcedure(tx, patientId, context.now)
    if (!procedure) return refuse('missing', 'There is no injection booked.')
    if (+procedure.startsAt !== +wish.startsAt)
      return refuse('moved', 'The time has changed. Please look at the new one.')
    if (!procedure.confirmedAt) {
      await tx.update(procedures).set({ confirmedAt: context.now }).where(eq(procedures.id, procedure.id))
      await recordAudit(tx, context, {
        did: 'procedure.keep',
        patientId,
        thing: 'procedure',
        thingId: procedure.id,
        fields: ['confirmed_at'],
      })
      await announce(tx, { topic: 'case', patientId })
    }
    return { procedureId: procedure.id }
  })
}
