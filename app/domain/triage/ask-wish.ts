import { type Answers, type AnswerValue, asks, instrumentOf, type QuestionKey, questionOf } from '../intake/instrument'
import { parseFormAnswer } from '../intake/parse-form-answer'

/** Kinds of question that a clinician reads aloud; places, papers and consents belong to the person. */
const aloud = ['yes-no-unsure', 'choice', 'multi-choice', 'number', 'text', 'date', 'partial-date']

/** Whether this question can be asked live. */
export function mayAskLive(kind: string): boolean {
  return aloud.includes(kind)
}

type Asked = { readonly answers: Answers; readonly problems: { readonly [key: string]: string } }

/**
 * Answers from the fields of a form, named after their questions, read by the version of the intake. Fields left open are not
 * asked. Unknown names are ignored; an answer that cannot be read is a problem at its question.
 */
export function askedAnswers(form: FormData, version: string): Asked {
  const which = instrumentOf(version)
  const answers: Partial<Record<QuestionKey, AnswerValue>> = {}
  const problems: Record<string, string> = {}
  for (const name of new Set(form.keys())) {
    if (!asks(which, name) || !mayAskLive(questionOf(name, which).kind)) continue
    const parsed = parseFormAnswer(name, form.getAll(name), which)
    if (!parsed.ok) problems[name] = parsed.message
    else if (parsed.value !== undefined) answers[name] = parsed.value
  }
  return { answers: answers as Answers, problems }
}
