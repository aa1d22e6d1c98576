import { desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { recordAudit } from '@db/audit'
import { intakes, phoneAgreements } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { instrumentOf } from '~/domain/intake/instrument'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { phoneQuestion } from '~/domain/intake/phone-questions'
import { isOpaqueId } from '~/domain/opaque-id'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { paceShown } from './pace-shown'
import { storedAnswers, valuesOf } from './stored-answers'

export type PhoneIntake = {
  readonly id: string
  readonly instrumentVersion: string
  readonly startedAt: Date
  readonly savedAt: Date
  readonly submittedAt: Date | null
  readonly patient: {
    readonly id: string
    readonly name: string
    readonly bornOn: string | null
    readonly phone: string | null
    readonly hasEmail: boolean
    readonly timeZone: string
  }
  readonly openedBy: string
  /** What was agreed to last before whoever asks now, else before a colleague. */
  readonly agreement: {
    readonly version: string
    readonly agreedAt: Date
    readonly saidBackAt: Date
    readonly tookOver: boolean
    readonly recordedBy: string
  } | null
  /** Empty once it is sent: from then on only the people who treat the person read the answers. */
  readonly answers: Answers
  readonly versions: Partial<Record<QuestionKey, number>>
}

const openers = alias(people, 'openers')

/**
 * An intake that is asked by phone, with its answers while it is open. `shown` is the question that is read aloud now:
 * from then on it counts as seen. Refuses `missing`, also for what the person answers in the portal.
 */
export function readPhoneIntake(
  context: Context,
  wish: { intakeId: string; shown?: string },
): Promise<PhoneIntake | Refusal<'missing'>> {
  return transact(context, async (tx) => {
    const missing = refuse('missing', 'There is no such intake.')
    if (!may.askByPhone(context.actor) || !isOpaqueId(wish.intakeId)) return missing
    const [row] = await tx
      .select({
        id: intakes.id,
        instrumentVersion: intakes.instrumentVersion,
        startedAt: intakes.startedAt,
        savedAt: intakes.savedAt,
        submittedAt: intakes.submittedAt,
        openedBy: openers.name,
        patient: {
          id: people.id,
          name: people.name,
          bornOn: people.bornOn,
          phone: people.phone,
          email: people.email,
          timeZone: people.timeZone,
        },
      })
      .from(intakes)
      .innerJoin(people, eq(people.id, intakes.patientId))
      .innerJoin(openers, eq(openers.id, intakes.openedBy))
      .where(eq(intakes.id, wish.intakeId))
    if (!row) return missing
    const patientId = row.patient.id
    await recordAudit(tx, context, { did: 'intake.read', patientId, thing: 'intake', thingId: row.id })
    const [agreement] = await tx
      .select({
        version: phoneAgreements.version,
        agreedAt: phoneAgreements.agreedAt,
        saidBackAt: phoneAgreements.saidBackAt,
        tookOver: phoneAgreements.tookOver,
        recordedBy: phoneAgreements.recordedBy,
      })
      .from(phoneAgreements)
      .where(eq(phoneAgreements.intakeId, row.id))
      .orderBy(desc(eq(phoneAgreements.recordedBy, context.actor.id)), desc(phoneAgreements.agreedAt))
      .limit(1)
    const stored = await storedAnswers(tx, row.id)
    const answers = valuesOf(stored)
    if (wish.shown !== undefined && !row.submittedAt) {
      const asked = phoneQuestion(answers, wish.shown, instrumentOf(row.instrumentVersion))
      const keys = asked ? [asked.question.key] : []
      await paceShown(tx, { intakeId: row.id, patientId, at: context.now, keys, known: stored })
    }
    const { email, ...patient } = row.patient
    return {
      ...row,
      patient: { ...patient, hasEmail: email !== null },
      agreement: agreement ?? null,
      answers,
      versions: Object.fromEntries([...stored].map(([key, { version }]) => [key, version])),
    }
  })
}
