import { and, eq, isNull, sql } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { violates } from '@db/errors'
import { intakes } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { recordAgreement, writeKnown } from './phone-agreed'
import type { SaidFirst } from './phone-agreed'

/**
 * The person has agreed, by phone, to be asked instead of going on in the portal. The draft becomes one by phone; what was
 * answered goes to its history, unseen by who asks, and everything is asked again. Calls that are open stay open.
 * Refuses `emergency` while one is open, `no_draft` when there is nothing of their own to take over.
 */
export async function takeOverDraft(
  context: Context,
  wish: { patientId: string } & SaidFirst,
): Promise<{ id: string } | Refusal<'missing' | 'no_draft' | 'emergency'>> {
  const { patientId } = wish
  try {
    return await transact(context, async (tx) => {
      const missing = refuse('missing', 'There is no such patient.')
      if (!may.askByPhone(context.actor)) return missing
      const [person] = await tx
        .select()
        .from(people)
        .where(and(eq(people.id, patientId), eq(people.role, 'patient'), isNull(people.disabledAt)))
      if (!person) return missing
      const [taken] = await tx.execute<{ id: string | null }>(sql`select app.take_over_draft(${patientId}) as id`)
      if (!taken?.id) return refuse('no_draft', 'There is nothing of their own to take over any more.')
      const [intake] = await tx
        .select({ id: intakes.id, version: intakes.instrumentVersion, revision: intakes.revision })
        .from(intakes)
        .where(eq(intakes.id, taken.id))
      if (!intake) throw new Error('A draft was taken over and is gone within one transaction.')
      await recordAudit(tx, context, { did: 'intake.clear', patientId, thing: 'intake', thingId: intake.id })
      await writeKnown(tx, context, { intake, person, said: wish })
      await recordAgreement(tx, context, { intakeId: intake.id, patientId, tookOver: true, did: 'intake.take-over' })
      await tx.update(intakes).set({ savedAt: context.now }).where(eq(intakes.id, intake.id))
      await announce(tx, { topic: 'intake', patientId })
      return { id: intake.id }
    })
  } catch (error) {
    if (!violates(error, 'intakes_taken_over_calmly')) throw error
    return refuse('emergency', 'An emergency of this person is open. A clinician has to call first.')
  }
}
