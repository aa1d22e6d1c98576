import { emptyMessage } from '~/domain/intake/empty-message'
import type { AnswerValue, Answers, QuestionKey } from '~/domain/intake/instrument'
import { intakeProblems } from '~/domain/intake/intake-problems'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { sideAgrees } from '~/domain/intake/side-agrees'
import { wrongMessage } from '~/domain/intake/wrong-message'
import { visibleQuestions } from '~/domain/intake/visible-questions'
import { wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import type { Context } from '~/features/context'
import type { Draft } from '~/features/intake/read-draft.server'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { conflictView } from './intake-reply'
import type { ConflictView } from './intake-reply'
import { baseIn, shownKeys, textsIn } from './intake-values'

export type FieldError = { key: QuestionKey; message: string }
export type Posted = {
  emergency: boolean
  conflicts: ConflictView[]
  versions: Partial<Record<QuestionKey, number>>
  /** What is wrong with what was written. */
  wrong: FieldError[]
  /** Questions of the page that still need an answer. */
  empty: FieldError[]
  typed: Partial<Record<QuestionKey, string[]>>
  answers: Answers
}

type Given = { key: QuestionKey; base: number; value: AnswerValue | undefined }

/** Keeps what a page's form holds: everything that can be read is saved, whatever is wrong beside it. */
export async function postAnswers(
  context: Context,
  draft: Draft,
  form: FormData,
): Promise<Posted | Refusal<'missing' | 'submitted'>> {
  const keys = shownKeys(form)
  const given: Given[] = []
  const wrong: FieldError[] = []
  for (const key of keys) {
    const read = parseFormAnswer(key, textsIn(form, key))
    if (read.ok) given.push({ key, base: baseIn(form, key), value: read.value })
    else wrong.push({ key, message: wrongMessage(key, read.message) })
  }
  const saved = await saveAnswers(context, { intakeId: draft.id, answers: given })
  if (wasRefused(saved)) return saved
  const kept = given.filter(({ key }) => !saved.conflicts.some((conflict) => conflict.key === key))
  const answers: Answers = { ...draft.answers, ...Object.fromEntries(kept.map(({ key, value }) => [key, value])) }
  return {
    emergency: saved.emergency,
    conflicts: saved.conflicts.map(conflictView),
    versions: saved.versions,
    wrong: [...wrong, ...contradicted(answers, keys, dayOf(context.now, context.clinic.timeZone))],
    empty: emptyOf(answers, keys, wrong),
    typed: Object.fromEntries(keys.map((key) => [key, textsIn(form, key)])),
    answers,
  }
}

function contradicted(answers: Answers, keys: readonly QuestionKey[], asOf: string): FieldError[] {
  const problems = intakeProblems(answers, asOf).filter(({ key }) => keys.includes(key))
  if (sideAgrees(answers) || !keys.includes('painSide')) return [...problems]
  return [...problems, { key: 'painSide', message: 'The places you marked are on another side. Change one of them' }]
}

function emptyOf(answers: Answers, keys: readonly QuestionKey[], wrong: readonly FieldError[]): FieldError[] {
  return visibleQuestions(answers)
    .filter(({ key, required }) => required && keys.includes(key) && answers[key] === undefined)
    .filter(({ key }) => !wrong.some((error) => error.key === key))
    .map((question) => ({ key: question.key, message: emptyMessage(question) }))
}

/** The answers a person has chosen after two devices disagreed. Returns whether they want to answer again. */
export async function postResolution(
  context: Context,
  draft: Draft,
  form: FormData,
): Promise<{ again: boolean; emergency: boolean } | Refusal<'missing' | 'submitted'>> {
  const keys = shownKeys(form)
  const mine = keys.flatMap((key) => {
    if (form.get(`keep.${key}`) !== 'mine') return []
    const read = parseFormAnswer(key, form.getAll(`mine.${key}`))
    return read.ok ? [{ key, base: baseIn(form, key), value: read.value }] : []
  })
  const saved = await saveAnswers(context, { intakeId: draft.id, answers: mine })
  if (wasRefused(saved)) return saved
  const again = keys.some((key) => form.get(`keep.${key}`) === 'again' || form.get(`keep.${key}`) === null)
  return { again: again || saved.conflicts.length > 0, emergency: saved.emergency }
}
