import { answerSchema } from '~/domain/intake/answer-schema'
import { emergencyOf } from '~/domain/intake/emergency-of'
import type { EmergencyText } from '~/domain/intake/emergency-texts'
import { asks, instrumentOf, questionOf } from '~/domain/intake/instrument'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { refuse, wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { mayAskLive } from '~/domain/triage/ask-wish'
import { mergedAnswers } from '~/domain/triage/merged-answers'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { openTriage } from './open-triage'
import { ownRunningVisit } from './own-running-visit'
import { writeReading } from './write-reading'
import type { Reading } from './write-reading'

export type Heard = Reading & {
  /** The fixed text to say, when an answer needs help now. */
  readonly say: EmergencyText | null
}

/**
 * Keeps what a clinician asked live, in a visit or by phone, beside the intake, which never changes: the answers are read
 * again together. A half-filled intake is read as far as it goes. An answer that
 * needs a call opens it; whoever is with the patient in the visit has it at once.
 */
export function askLive(
  context: Context,
  wish: { intakeId: string; answers: Answers },
): Promise<Heard | Refusal<'missing' | 'nothing' | 'answer'>> {
  return transact(context, async (tx) => {
    const open = await openTriage(tx, context, wish.intakeId)
    if (wasRefused(open)) return open
    const keys = Object.keys(wish.answers) as QuestionKey[]
    if (keys.length === 0) return refuse('nothing', 'Choose an answer to at least one question.')
    const which = instrumentOf(open.file.instrumentVersion)
    for (const key of keys)
      if (
        !asks(which, key) ||
        !mayAskLive(questionOf(key, which).kind) ||
        !answerSchema(key, which).safeParse(wish.answers[key]).success
      )
        return refuse('answer', 'This answer cannot be kept. Choose one that the question offers.', key)
    const visit = await ownRunningVisit(tx, context, open.file.patientId)
    const reading = await writeReading(tx, context, open, {
      cause: 'asked',
      visitId: visit?.id ?? null,
      answers: wish.answers,
    })
    const asOf = dayOf(context.now, context.clinic.timeZone)
    const all = mergedAnswers(open.standing.answers, [wish.answers])
    const say = keys.flatMap((key) => {
      const value = wish.answers[key]
      return (value !== undefined && emergencyOf(key, value, all, { asOf })?.text) || []
    })
    return { ...reading, say: say[0] ?? null }
  })
}
