import { emptyMessage } from '~/domain/intake/empty-message'
import { instrumentOf, questionOf } from '~/domain/intake/instrument'
import type { AnswerValue, Answers, QuestionKey } from '~/domain/intake/instrument'
import { intakeProblems } from '~/domain/intake/intake-problems'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { wrongMessage } from '~/domain/intake/wrong-message'
import { wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import type { Context } from '~/features/context'
import type { PhoneIntake } from '~/features/intake/read-phone-intake.server'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { conflictView } from '~/ui/intake/intake-reply'
import type { ConflictView } from '~/ui/intake/intake-reply'
import { baseIn, shownKeys, textsIn } from '~/ui/intake/intake-values'

export type CallError = { key: QuestionKey; message: string }
export type CallPosted = {
  emergency: boolean
  conflicts: ConflictView[]
  /** What is wrong with what was written. */
  wrong: CallError[]
  /** Questions of the page that still need an answer. */
  empty: CallError[]
  typed: Partial<Record<QuestionKey, string[]>>
  answers: Answers
}

/** Keeps what the form of a question holds: everything that can be read is saved, whatever is wrong beside it. */
export async function postCall(
  context: Context,
  intake: PhoneIntake,
  form: FormData,
): Promise<CallPosted | Refusal<'missing' | 'submitted'>> {
  const which = instrumentOf(intake.instrumentVersion)
  const keys = shownKeys(form)
  const given: { key: QuestionKey; base: number; value: AnswerValue | undefined }[] = []
  const wrong: CallError[] = []
  for (const key of keys) {
    const read = parseFormAnswer(key, textsIn(form, key), which)
    if (read.ok) given.push({ key, base: baseIn(form, key), value: read.value })
    else wrong.push({ key, message: wrongMessage(key, read.message, which) })
  }
  const saved = await saveAnswers(context, { intakeId: intake.id, patientId: intake.patient.id, answers: given })
  if (wasRefused(saved)) return saved
  const kept = given.filter(({ key }) => !saved.conflicts.some((conflict) => conflict.key === key))
  const answers: Answers = { ...intake.answers, ...Object.fromEntries(kept.map(({ key, value }) => [key, value])) }
  const asOf = dayOf(context.now, context.clinic.timeZone)
  const problems = intakeProblems(answers, asOf, which).filter(({ key }) => keys.includes(key))
  return {
    emergency: saved.emergency,
    conflicts: saved.conflicts.map((conflict) => conflictView(conflict, context.now, which)),
    wrong: [...wrong, ...problems],
    empty: keys
      .map((key) => questionOf(key, which))
      .filter(({ key, required }) => required && answers[key] === undefined && !wrong.some((one) => one.key === key))
      .map((question) => ({ key: question.key, message: emptyMessage(question) })),
    typed: Object.fromEntries(keys.map((key) => [key, textsIn(form, key)])),
    answers,
  }
}
