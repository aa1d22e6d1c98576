import type { Tx } from '@db/client'
import { intakePaces } from '@db/schema/intake'
import type { QuestionKey } from '~/domain/intake/instrument'

type Shown = {
  readonly intakeId: string
  readonly patientId: string
  readonly at: Date
  /** The questions of the page that is shown. */
  readonly keys: readonly QuestionKey[]
  /** Those that had an answer before they were shown, such as what registration knows: nobody waited for it. */
  readonly known: { has(key: QuestionKey): boolean }
}

/** Keeps when questions were first shown, never what is answered. Needs an audit row of the person in the same transaction. */
export async function paceShown(tx: Tx, { intakeId, patientId, at, keys, known }: Shown): Promise<void> {
  if (keys.length === 0) return
  await tx
    .insert(intakePaces)
    .values(
      keys.map((questionKey) => ({
        intakeId,
        patientId,
        questionKey,
        shownAt: at,
        answeredAt: known.has(questionKey) ? at : null,
      })),
    )
    .onConflictDoNothing()
}
