import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { measures } from '@db/schema/outcomes'
import type { MeasuresWish } from '~/domain/outcome/next-step-wish'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { followUpFacts } from './follow-up-facts'

/**
 * Writes the numbers the patient gave in the follow-up, each with its scale, anchor and the side of the procedure. PEG is
 * the mean of its three items and is written only when all three were asked. Asking again adds a number, none changes.
 */
export async function takeMeasures(
  context: Context,
  wish: MeasuresWish & { visitId: string },
): Promise<{ taken: number } | Refusal<'no_follow_up' | 'not_done' | 'nothing' | 'decided'>> {
  if (!may.readChart(context.actor)) return refuse('no_follow_up', 'There is no such follow-up.')
  return transact(context, async (tx) => {
    const facts = await followUpFacts(tx, context, wish.visitId)
    if (!facts || !may.decideNextStep(context.actor, facts.visit)) {
      return refuse('no_follow_up', 'There is no such follow-up.')
    }
    if (!facts.reading) return refuse('not_done', 'The procedure is not recorded as done yet.')
    if (facts.outcome) return refuse('decided', 'The next step is decided. Add an addendum to the note instead.')
    const { average, now, pegEnjoyment, pegActivity } = wish
    const common = {
      patientId: facts.visit.patientId,
      procedureId: facts.procedure.id,
      side: facts.procedure.side,
      takenAt: context.now,
      source: 'staff_by_phone' as const,
      writtenBy: context.actor.id,
    }
    const taken: (typeof measures.$inferInsert)[] = []
    if (average !== undefined) taken.push({ ...common, scale: 'nrs', anchor: 'average_7_days', value: average })
    if (now !== undefined) taken.push({ ...common, scale: 'nrs', anchor: 'now', value: now })
    if (average !== undefined && pegEnjoyment !== undefined && pegActivity !== undefined) {
      const value = Math.round(((average + pegEnjoyment + pegActivity) / 3) * 1000) / 1000
      taken.push({ ...common, scale: 'peg', anchor: 'past_week', value })
    }
    if (taken.length === 0) return refuse('nothing', 'Ask for a number from 0 to 10 first.', 'average')
    await tx.insert(measures).values(taken)
    await recordAudit(tx, context, {
      did: 'measure.take',
      patientId: facts.visit.patientId,
      thing: 'procedure',
      thingId: facts.procedure.id,
      fields: taken.map((one) => `${one.scale}.${one.anchor}`),
    })
    await announce(tx, { topic: 'visit', visitId: wish.visitId })
    return { taken: taken.length }
  })
}
