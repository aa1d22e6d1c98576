import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { violates } from '@db/errors'
import { outcomes } from '@db/schema/outcomes'
import type { NextStep } from '~/domain/outcome/outcome-lists'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { followUpFacts } from './follow-up-facts'

type Refused = Refusal<'no_follow_up' | 'not_begun' | 'not_measured' | 'decided' | 'unlike'>

/**
 * The clinician's next step after the two-week follow-up, bound to the two numbers it was decided on. It stands once
 * written; relief itself is derived from those numbers. Refused while one of them was not measured.
 */
export async function decideNextStep(
  context: Context,
  wish: { visitId: string; nextStep: NextStep; reason: string },
): Promise<{ outcomeId: string } | Refused> {
  if (!may.readChart(context.actor)) return refuse('no_follow_up', 'There is no such follow-up.')
  try {
    return await transact(context, async (tx) => {
      const facts = await followUpFacts(tx, context, wish.visitId)
      if (!facts || !may.decideNextStep(context.actor, facts.visit)) {
        return refuse('no_follow_up', 'There is no such follow-up.')
      }
      if (facts.visit.state !== 'in_visit' && facts.visit.state !== 'ended') {
        return refuse('not_begun', 'The visit has not begun. Decide when you have seen the patient.')
      }
      const pain = facts.reading?.pain
      if (!pain?.after) {
        return refuse('not_measured', 'Two numbers of the same kind are needed: one from before, one asked today.')
      }
      const [written] = await tx
        .insert(outcomes)
        .values({
          procedureId: facts.procedure.id,
          visitId: facts.visit.id,
          patientId: facts.visit.patientId,
          baselineId: pain.before.id,
          currentId: pain.after.id,
          nextStep: wish.nextStep,
          reason: wish.reason,
          decidedBy: context.actor.id,
          decidedAt: context.now,
        })
        .onConflictDoNothing({ target: outcomes.visitId })
        .returning({ id: outcomes.id })
      if (!written) return refuse('decided', 'The next step of this follow-up is decided already.')
      await recordAudit(tx, context, {
        did: 'outcome.decide',
        patientId: facts.visit.patientId,
        thing: 'outcome',
        thingId: written.id,
        fields: ['nextStep', 'reason'],
      })
      await announce(tx, { topic: 'case', patientId: facts.visit.patientId, visitId: wish.visitId })
      return { outcomeId: written.id }
    })
  } catch (error) {
    if (violates(error, 'outcomes_like_with_like')) {
      return refuse('unlike', 'The two numbers are not of one scale, anchor and side. They cannot be compared.')
    }
    throw error
  }
}
