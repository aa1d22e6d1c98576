import { release } from '@db/allocate'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { procedures } from '@db/schema/cases'
import { and, eq } from 'drizzle-orm'
import { refuse } from '~/domain/refusal'
import { transact } from '../context'
import type { Context } from '../context'
import { releaseFollowUp } from './place-follow-up'
import { tellPatient } from './tell-patient'

/** Releases a booked procedure, everything it holds and its follow-up, with the reason. */
export async function cancelProcedure(context: Context, wish: { caseId: string; why: string }) {
  const why = wish.why.trim()
  if (why.length < 3) return refuse('why', 'Write why, in a few words.', 'why')
  return transact(context, async (tx) => {
    const [gone] = await tx
      .update(procedures)
      .set({ state: 'cancelled', cancelledAt: context.now, cancelledWhy: why })
      .where(and(eq(procedures.caseId, wish.caseId), eq(procedures.state, 'booked')))
      .returning({ id: procedures.id, patientId: procedures.patientId })
    if (!gone) return refuse('missing', 'There is no booked procedure.')
    await release(tx, { procedureId: gone.id }, context.now)
    await releaseFollowUp(tx, context, gone.id)
    await tellPatient(tx, context, gone.patientId, 'cancelled')
    await recordAudit(tx, context, {
      did: 'procedure.cancel',
      patientId: gone.patientId,
      thing: 'procedure',
      thingId: gone.id,
      fields: ['state'],
    })
    await announce(tx, { topic: 'case', patientId: gone.patientId })
    return gone
  })
}
