import { recordAudit } from '@db/audit'
import type { AuditEntry } from '@db/audit'
import type { Tx } from '@db/client'
import { intakeAnswers, phoneAgreements } from '@db/schema/intake'
import type { people } from '@db/schema/people'
import { instrumentOf } from '~/domain/intake/instrument'
import type { AnswerValue } from '~/domain/intake/instrument'
import { answerSchema } from '~/domain/intake/answer-schema'
import { phoneAgreement } from '~/domain/intake/phone-agreement'
import { prefill } from '~/domain/intake/prefill'
import type { Context } from '~/features/context'

/** What was said before the first question: the words that were read aloud are those of `phoneAgreement`. */
export type SaidFirst = { readonly language?: string; readonly interpreter?: 'no' | 'spoken' | 'sign' | 'not_sure' }

type Call = { intakeId: string; patientId: string; tookOver?: boolean; did: AuditEntry['did'] }

/** Keeps that name and birth date were said back and that the person agreed, now, before this scheduler. */
export async function recordAgreement(tx: Tx, context: Context, { intakeId, patientId, tookOver, did }: Call) {
  await tx.insert(phoneAgreements).values({
    intakeId,
    patientId,
    version: phoneAgreement.version,
    saidBackAt: context.now,
    agreedAt: context.now,
    tookOver: tookOver ?? false,
    recordedBy: context.actor.id,
  })
  const about = { patientId, thing: 'intake', thingId: intakeId }
  await recordAudit(tx, context, [
    { did, ...about },
    { did: 'intake.agree-by-phone', ...about },
  ])
}

type Empty = {
  intake: { id: string; version: string; revision: number }
  person: typeof people.$inferSelect
  said: SaidFirst
}

/** What registration and the first words of the call tell, as first answers of an empty draft, to be checked by asking. */
export async function writeKnown(tx: Tx, context: Context, { intake, person, said }: Empty): Promise<void> {
  const which = instrumentOf(intake.version)
  const told: [string, AnswerValue][] = [
    ...Object.entries(prefill(person, which)),
    ...(said.language && answerSchema('language', which).safeParse(said.language).success
      ? [['language', said.language] as [string, AnswerValue]]
      : []),
    ...(said.interpreter ? [['interpreter', said.interpreter] as [string, AnswerValue]] : []),
  ]
  if (told.length === 0) return
  await tx.insert(intakeAnswers).values(
    told.map(([questionKey, value]) => ({
      intakeId: intake.id,
      patientId: person.id,
      questionKey,
      value,
      version: intake.revision,
      answeredAt: context.now,
      answeredBy: context.actor.id,
    })),
  )
  const about = { patientId: person.id, thing: 'intake', thingId: intake.id }
  await recordAudit(tx, context, { did: 'intake.save', ...about, fields: told.map(([key]) => key) })
}
