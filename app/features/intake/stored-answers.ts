import { asc, eq } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { intakeAnswers } from '@db/schema/intake'
import { isQuestionKey } from '~/domain/intake/instrument'
import type { AnswerValue, Answers, QuestionKey } from '~/domain/intake/instrument'

/** One answer as it is kept: its number of change lets a second device notice that it has changed meanwhile. */
type StoredAnswer = { readonly value: AnswerValue; readonly version: number; readonly answeredAt: Date }
export type StoredAnswers = ReadonlyMap<QuestionKey, StoredAnswer>

/** All answers of an intake. Keys that are no longer in the instrument stay in the database and are left out here. */
export async function storedAnswers(tx: Tx, intakeId: string): Promise<StoredAnswers> {
  const rows = await tx
    .select({
      key: intakeAnswers.questionKey,
      value: intakeAnswers.value,
      version: intakeAnswers.version,
      answeredAt: intakeAnswers.answeredAt,
    })
    .from(intakeAnswers)
    .where(eq(intakeAnswers.intakeId, intakeId))
    .orderBy(asc(intakeAnswers.questionKey))
  const found = new Map<QuestionKey, StoredAnswer>()
  for (const { key, value, version, answeredAt } of rows)
    if (isQuestionKey(key)) found.set(key, { value: value as AnswerValue, version, answeredAt })
  return found
}

/** The plain values by question key, as the rules read them. */
export function valuesOf(stored: StoredAnswers): Answers {
  return Object.fromEntries([...stored].map(([key, answer]) => [key, answer.value])) as Answers
}
