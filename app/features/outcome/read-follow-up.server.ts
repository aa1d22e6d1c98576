import { recordAudit } from '@db/audit'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { followUpFacts } from './follow-up-facts'

export type FollowUp = Exclude<Awaited<ReturnType<typeof readFollowUp>>, { refused: string }>

/** The diary against the number before, both responses with their reasons, options, and the decision once it is made. */
export async function readFollowUp(context: Context, { visitId }: { visitId: string }) {
  return transact(context, async (tx) => {
    const facts = may.readChart(context.actor) ? await followUpFacts(tx, context, visitId) : null
    if (!facts) return refuse('no_follow_up', 'There is no such follow-up.')
    await recordAudit(tx, context, {
      did: 'follow_up.read',
      patientId: facts.visit.patientId,
      thing: 'procedure',
      thingId: facts.procedure.id,
      fields: ['diary', 'measures', 'outcome'],
    })
    return { ...facts, mayDecide: may.decideNextStep(context.actor, facts.visit) }
  })
}
