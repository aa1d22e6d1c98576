import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { stepsOf } from '~/domain/intake/steps'
import type { Tx } from '../client'
import { intakePaces } from '../schema/intake'

type Seeded = {
  intakeId: string
  patientId: string
  startedAt: Date
  /** All answers of the story; those without a time are still to come. */
  answers: Answers
  answeredAt: ReadonlyMap<QuestionKey, Date>
}

/** When each page of a seeded intake was shown and each question answered, as the portal counts it. */
export async function seedPaces(
  tx: Tx,
  { intakeId, patientId, startedAt, answers, answeredAt }: Seeded,
): Promise<void> {
  let shownAt = startedAt
  const rows: (typeof intakePaces.$inferInsert)[] = []
  for (const { keys } of stepsOf(answers)) {
    const times = keys.map((key) => answeredAt.get(key)?.getTime() ?? 0)
    rows.push(
      ...keys.map((questionKey) => ({
        intakeId,
        patientId,
        questionKey,
        shownAt,
        answeredAt: answeredAt.get(questionKey) ?? null,
      })),
    )
    const last = Math.max(...times)
    if (last === 0 && keys.some((key) => answers[key] !== undefined)) break
    shownAt = new Date(Math.max(shownAt.getTime(), last))
  }
  if (rows.length > 0)
    await tx.insert(intakePaces).values(
      rows.map((row) => ({
        ...row,
        answeredAt: row.answeredAt && row.answeredAt < row.shownAt ? row.shownAt : row.answeredAt,
      })),
    )
}
