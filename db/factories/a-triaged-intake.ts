import { examples } from '~/domain/intake/examples'
import type { Answers } from '~/domain/intake/instrument'
import { currentVersion } from '~/domain/intake/versions'
import type { Actor } from '~/domain/people/actor'
import { triage } from '~/domain/triage/triage'
import type { TestDatabase } from '../test/database'
import { testNow } from '../test/context'
import { anIntake } from './an-intake'

/** An intake that was sent with the first example's answers, changed as a test needs them, and read by the rules in force. */
export async function aTriagedIntake(
  database: TestDatabase,
  wish: { patient: Actor; answers?: Answers; at?: Date },
): Promise<{ intakeId: string; answers: Answers }> {
  const at = wish.at ?? new Date(testNow.getTime() - 60 * 60_000)
  const answers: Answers = { ...examples.rightSided.answers, ...wish.answers }
  const result = triage(answers, { asOf: at.toISOString().slice(0, 10), patientState: 'MN' })
  const { intakeId } = await anIntake(database, {
    patient: wish.patient,
    at,
    answers,
    result,
    side: 'right',
    version: currentVersion,
  })
  return { intakeId, answers }
}
