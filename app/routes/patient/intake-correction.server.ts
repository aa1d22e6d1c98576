import { answerWords } from '~/domain/intake/answer-words'
import { askedIn } from '~/domain/intake/asked-in'
import { emptyMessage } from '~/domain/intake/empty-message'
import { instrumentOf, questionOf } from '~/domain/intake/instrument'
import type { AnswerValue, QuestionKey } from '~/domain/intake/instrument'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { firstOpenStep } from '~/domain/intake/steps'
import { wrongMessage } from '~/domain/intake/wrong-message'
import { wasRefused } from '~/domain/refusal'
import { paths } from '~/domain/paths'
import { callWords } from '~/domain/urgent/call-words'
import { correctAnswer } from '~/features/intake/correct-answer.server'
import type { Correction } from '~/features/intake/correct-answer.server'
import { readDraft } from '~/features/intake/read-draft.server'
import { correctedCall } from '~/features/urgent/corrected-call.server'
import type { Emergency } from '~/features/urgent/open-emergency.server'
import type { SignedIn } from '~/server/require-context.server'
import { stepPath } from './intake-paths'
import { textsIn } from '~/ui/intake/intake-values'

/** The answer to the second question, saved; or what is wrong with it. Without an open question nothing changes. */
export async function correct(
  context: SignedIn,
  { id, question }: Emergency,
  form: FormData,
): Promise<Correction | { error: string; texts: string[] }> {
  if (!question) return { outcome: 'same' }
  const { key, version } = question
  const texts = textsIn(form, key)
  const which = instrumentOf(version)
  const read = parseFormAnswer(key, texts, which)
  if (!read.ok) return { error: wrongMessage(key, read.message, which), texts }
  if (read.value === undefined) return { error: emptyMessage(questionOf(key, which)), texts }
  const corrected = await correctAnswer(context, { itemId: id, value: read.value })
  return wasRefused(corrected) ? { outcome: 'corrected' } : corrected
}

function wordsOf(key: QuestionKey, value: AnswerValue, version: string) {
  const which = askedIn(version, key)
  return { question: questionOf(key, which).label, answer: answerWords(key, value, which) }
}

/** What a person sees after a wrong tap was put right, until a human has closed the call; null when there is none. */
export async function changedView(context: SignedIn) {
  const call = await correctedCall(context)
  if (!call) return null
  const { draft } = await readDraft(context)
  const key = call.question
  const value = key && draft?.answers[key]
  const { by, late } = callWords(call.dueAt, context.now, context.clinic.timeZone)
  return {
    phone: call.phone,
    takenBy: call.takenBy,
    by,
    late,
    said: key && draft && value !== undefined && value !== null ? wordsOf(key, value, draft.instrumentVersion) : null,
    next: draft
      ? {
          to: stepPath(firstOpenStep(draft.answers, instrumentOf(draft.instrumentVersion))),
          label: 'Go on with my questions',
        }
      : { to: paths.nextStep(), label: 'See my next step' },
  }
}
