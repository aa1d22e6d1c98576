import { isNull } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { intakePaces } from '@db/schema/intake'
import { asks } from '~/domain/intake/instrument'
import type { Answers, Instrument, QuestionKey } from '~/domain/intake/instrument'
import { slugOfQuestion, stepBySlug } from '~/domain/intake/steps'
import { paceShown } from './pace-shown'

type Answered = {
  readonly intakeId: string
  readonly patientId: string
  readonly at: Date
  /** What was just saved; undefined is an answer taken back. */
  readonly changes: readonly { readonly key: QuestionKey; readonly value: unknown }[]
  /** All answers as they stand now. */
  readonly answers: Answers
  /** A page shows at once what an answer on it opens; by phone the next question is shown when it is asked. */
  readonly onPage: boolean
  /** The questionnaire this intake keeps. */
  readonly instrument: Instrument
}

/** Keeps when questions were first answered, and first shown by an answer on the same page. Same audit row as the save. */
export async function paceAnswered(
  tx: Tx,
  { intakeId, patientId, at, changes, answers, onPage, instrument }: Answered,
): Promise<void> {
  const asked = changes.filter(({ key }) => asks(instrument, key))
  const given = asked.filter(({ value }) => value !== undefined).map(({ key }) => key)
  if (given.length > 0)
    await tx
      .insert(intakePaces)
      .values(given.map((questionKey) => ({ intakeId, patientId, questionKey, shownAt: at, answeredAt: at })))
      .onConflictDoUpdate({
        target: [intakePaces.intakeId, intakePaces.questionKey],
        set: { answeredAt: at },
        setWhere: isNull(intakePaces.answeredAt),
      })
  if (!onPage) return
  const slugs = new Set(asked.map(({ key }) => slugOfQuestion(key, instrument)))
  const keys = [...slugs].flatMap((slug) => stepBySlug(answers, slug, instrument)?.keys ?? [])
  await paceShown(tx, { intakeId, patientId, at, keys, known: new Set(given) })
}
