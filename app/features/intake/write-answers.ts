import { and, eq, inArray, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { intakeAnswers, intakes } from '@db/schema/intake'
import type { AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import type { Context } from '~/features/context'

export type Changed = { key: QuestionKey; value: AnswerValue | undefined }

type Change = {
  intakeId: string
  patientId: string
  /** The new number of change of the intake, which every changed answer gets. */
  revision: number
  changes: readonly Changed[]
  did: 'intake.save' | 'intake.correct'
}

/** Writes changed answers of a draft in the name of whoever enters them and records which ones; undefined takes one back. */
export async function writeAnswers(tx: Tx, context: Context, { intakeId, patientId, revision, changes, did }: Change) {
  const rows = changes.flatMap(({ key, value }) =>
    value === undefined
      ? []
      : [
          {
            intakeId,
            patientId,
            questionKey: key,
            value,
            version: revision,
            answeredAt: context.now,
            answeredBy: context.actor.id,
          },
        ],
  )
  const cleared = changes.filter(({ value }) => value === undefined).map(({ key }) => key)
  if (rows.length > 0)
    await tx
      .insert(intakeAnswers)
      .values(rows)
      .onConflictDoUpdate({
        target: [intakeAnswers.intakeId, intakeAnswers.questionKey],
        set: {
          value: sql`excluded.value`,
          version: sql`excluded.version`,
          answeredAt: sql`excluded.answered_at`,
          answeredBy: sql`excluded.answered_by`,
        },
      })
  if (cleared.length > 0)
    await tx
      .delete(intakeAnswers)
      .where(and(eq(intakeAnswers.intakeId, intakeId), inArray(intakeAnswers.questionKey, cleared)))
  await tx.update(intakes).set({ revision, savedAt: context.now }).where(eq(intakes.id, intakeId))
  await recordAudit(tx, context, {
    did,
    patientId,
    thing: 'intake',
    thingId: intakeId,
    fields: changes.map(({ key }) => key),
  })
}
