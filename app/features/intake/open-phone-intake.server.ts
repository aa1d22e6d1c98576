import { and, eq, isNull } from 'drizzle-orm'
import { announce } from '@db/announce'
import { intakes } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { instrument } from '~/domain/intake/instrument'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { recordAgreement, writeKnown } from './phone-agreed'
import type { SaidFirst } from './phone-agreed'

/**
 * Begins an intake by phone, or goes on with the one that is open, after the person has agreed: the agreement of every call
 * is kept. Two schedulers at once share one draft. Refuses `own_draft` when the person answers in the portal: who asks by
 * phone never sees those answers.
 */
export function openPhoneIntake(
  context: Context,
  wish: { patientId: string } & SaidFirst,
): Promise<{ id: string; started: boolean } | Refusal<'missing' | 'own_draft'>> {
  return transact(context, async (tx) => {
    const missing = refuse('missing', 'There is no such patient.')
    const { patientId } = wish
    if (!may.askByPhone(context.actor)) return missing
    const [person] = await tx
      .select()
      .from(people)
      .where(and(eq(people.id, patientId), eq(people.role, 'patient'), isNull(people.disabledAt)))
    if (!person) return missing
    const [started] = await tx
      .insert(intakes)
      .values({
        patientId,
        instrumentVersion: instrument.version,
        source: 'phone',
        openedBy: context.actor.id,
        revision: 1,
        startedAt: context.now,
        savedAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: intakes.id, version: intakes.instrumentVersion, revision: intakes.revision })
    if (started) {
      await writeKnown(tx, context, { intake: started, person, said: wish })
      await recordAgreement(tx, context, { intakeId: started.id, patientId, did: 'intake.start' })
      await announce(tx, { topic: 'intake', patientId })
      return { id: started.id, started: true }
    }
    const [draft] = await tx
      .select({ id: intakes.id })
      .from(intakes)
      .where(and(eq(intakes.patientId, patientId), isNull(intakes.submittedAt)))
    if (!draft) return refuse('own_draft', 'This person has begun the questions in the portal.')
    await recordAgreement(tx, context, { intakeId: draft.id, patientId, did: 'intake.go-on' })
    return { id: draft.id, started: false }
  })
}
