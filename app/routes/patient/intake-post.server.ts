import { data, redirect } from '@remix-run/node'
import { emptyMessage } from '~/domain/intake/empty-message'
import type { AnswerValue, Answers, Instrument, QuestionKey } from '~/domain/intake/instrument'
import { intakeProblems } from '~/domain/intake/intake-problems'
import { asks, instrumentOf, isQuestionKey } from '~/domain/intake/instrument'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { sameAnswer } from '~/domain/intake/same-answer'
import { sideAgrees } from '~/domain/intake/side-agrees'
import { wrongMessage } from '~/domain/intake/wrong-message'
import { visibleQuestions } from '~/domain/intake/visible-questions'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import type { Context } from '~/features/context'
import { readDraft } from '~/features/intake/read-draft.server'
import type { Draft } from '~/features/intake/read-draft.server'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { ownerFields } from './intake-carry'
import { conflictView } from '~/ui/intake/intake-reply'
import type { ConflictView } from '~/ui/intake/intake-reply'
import { baseIn, shownKeys, textsIn } from '~/ui/intake/intake-values'

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
  /** Questions whose answer was another one before. */
  changed: QuestionKey[]
}

type Given = { key: QuestionKey; base: number; value: AnswerValue | undefined }

/** Keeps what a page's form holds: everything that can be read is saved, whatever is wrong beside it. */
export async function postAnswers(
  context: Context,
  draft: Draft,
  form: FormData,
): Promise<Posted | Refusal<'missing' | 'submitted'>> {
  const which = instrumentOf(draft.instrumentVersion)
  const keys = shownKeys(form).filter((key) => asks(which, key))
  const given: Given[] = []
  const wrong: FieldError[] = []
  for (const key of keys) {
    const read = parseFormAnswer(key, textsIn(form, key), which)
    if (read.ok) given.push({ key, base: baseIn(form, key), value: read.value })
    else wrong.push({ key, message: wrongMessage(key, read.message, which) })
  }
  const saved = await saveAnswers(context, { intakeId: draft.id, answers: given })
  if (wasRefused(saved)) return saved
  const kept = given.filter(({ key }) => !saved.conflicts.some((conflict) => conflict.key === key))
  const answers: Answers = { ...draft.answers, ...Object.fromEntries(kept.map(({ key, value }) => [key, value])) }
  return {
    emergency: saved.emergency,
    conflicts: saved.conflicts.map((conflict) => conflictView(conflict, context.now, which)),
    versions: saved.versions,
    wrong: [...wrong, ...contradicted(answers, keys, dayOf(context.now, context.clinic.timeZone), which)],
    empty: emptyOf(answers, keys, wrong, which),
    typed: Object.fromEntries(keys.map((key) => [key, textsIn(form, key)])),
    answers,
    changed: kept.filter(({ key, value }) => !sameAnswer(draft.answers[key], value)).map(({ key }) => key),
  }
}

/** The field a person was in when they posted: the one they say, else the last they changed, else the first of the page. */
export function whereWas(form: FormData, { changed, typed }: Pick<Posted, 'changed' | 'typed'>): string {
  const at = form.get(ownerFields.at)
  if (typeof at === 'string' && isQuestionKey(at)) return at
  return changed.at(-1) ?? Object.keys(typed)[0] ?? ''
}

/**
 * The draft a form's answers belong to. When it was sent meanwhile, from another device, the person sees what was not in
 * it (409, thrown); a form without answers just leads on.
 */
export async function requireDraft(context: Context, form: FormData): Promise<Draft> {
  const { draft, sentAt } = await readDraft(context)
  const meant = form.get(ownerFields.intake)
  if (draft && (meant === null || meant === draft.id)) return draft
  const tooLate = shownKeys(form).map((key) => ({ key, texts: textsIn(form, key) }))
  const answers = tooLate.filter(({ texts }) => texts.some((text) => text !== ''))
  if (answers.length === 0 || meant === null) throw redirect(sentAt ? paths.nextStep() : paths.intake())
  throw data({ tooLate: answers }, { status: 409 })
}

function contradicted(answers: Answers, keys: readonly QuestionKey[], asOf: string, which: Instrument): FieldError[] {
  const problems = intakeProblems(answers, asOf, which).filter(({ key }) => keys.includes(key))
  if (sideAgrees(answers) || !keys.includes('painSide')) return [...problems]
  return [...problems, { key: 'painSide', message: 'The places you marked are on another side. Change one of them' }]
}

function emptyOf(
  answers: Answers,
  keys: readonly QuestionKey[],
  wrong: readonly FieldError[],
  which: Instrument,
): FieldError[] {
  return visibleQuestions(answers, which)
    .filter(({ key, required }) => required && keys.includes(key) && answers[key] === undefined)
    .filter(({ key }) => !wrong.some((error) => error.key === key))
    .map((question) => ({ key: question.key, message: emptyMessage(question) }))
}

/** The answers a person has chosen after two devices disagreed. `again`: a question they want to answer once more. */
export async function postResolution(
  context: Context,
  draft: Draft,
  form: FormData,
): Promise<{ again: QuestionKey | null; emergency: boolean } | Refusal<'missing' | 'submitted'>> {
  const which = instrumentOf(draft.instrumentVersion)
  const keys = shownKeys(form).filter((key) => asks(which, key))
  const mine = keys.flatMap((key) => {
    if (form.get(`keep.${key}`) !== 'mine') return []
    const read = parseFormAnswer(key, form.getAll(`mine.${key}`), which)
    return read.ok ? [{ key, base: baseIn(form, key), value: read.value }] : []
  })
  const saved = await saveAnswers(context, { intakeId: draft.id, answers: mine })
  if (wasRefused(saved)) return saved
  const again = keys.find((key) => form.get(`keep.${key}`) === 'again' || form.get(`keep.${key}`) === null)
  return { again: again ?? saved.conflicts[0]?.key ?? null, emergency: saved.emergency }
}
