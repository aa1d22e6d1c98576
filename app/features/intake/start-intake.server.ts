import { and, eq, isNull } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { intakeAnswers, intakes } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { instrument } from '~/domain/intake/instrument'
import { prefill } from '~/domain/intake/prefill'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/**
 * Opens the person's draft, or gives back the one that is open already: there is never a second one. A sent intake stays
 * as it is and a new draft starts beside it. What registration knows stands in it to be checked.
 */
export function startIntake(context: Context): Promise<{ id: string; started: boolean }> {
  return transact(context, async (tx) => {
    const patientId = context.actor.id
    const [started] = await tx
      .insert(intakes)
      .values({
        patientId,
        instrumentVersion: instrument.version,
        openedBy: patientId,
        revision: 1,
        startedAt: context.now,
        savedAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: intakes.id })
    if (!started) {
      const [draft] = await tx
        .select({ id: intakes.id })
        .from(intakes)
        .where(and(eq(intakes.patientId, patientId), isNull(intakes.submittedAt)))
      if (!draft) throw new Error('A draft was there and is gone within one transaction.')
      return { id: draft.id, started: false }
    }
    const [person] = await tx.select().from(people).where(eq(people.id, patientId))
    const known = person ? Object.entries(prefill(person)) : []
    if (known.length > 0)
      await tx.insert(intakeAnswers).values(
        known.map(([questionKey, value]) => ({
          intakeId: started.id,
          patientId,
          questionKey,
          value,
          version: 1,
          answeredAt: context.now,
          answeredBy: patientId,
        })),
      )
    await recordAudit(tx, context, {
      did: 'intake.start',
      patientId,
      thing: 'intake',
      thingId: started.id,
      fields: known.map(([key]) => key),
    })
    await announce(tx, { topic: 'intake', patientId })
    return { id: started.id, started: true }
  })
}
