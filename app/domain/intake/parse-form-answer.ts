import type { AnswerValue, InstrumentQuestion, QuestionKey } from './instrument'
import { answerSchema } from './answer-schema'
import { questionOf } from './instrument'

export type ParsedAnswer =
  | { readonly ok: true; readonly value: AnswerValue | undefined }
  | { readonly ok: false; readonly message: string }

function painArea(text: string) {
  const [region = '', strength = ''] = text.split(':')
  return strength === '' ? { region } : { region, strength: Number(strength) }
}

function point(text: string) {
  const [view, x, y] = text.split(',')
  return { view, x: Number(x || Number.NaN), y: Number(y || Number.NaN) }
}

/** Separate fields arrive as month and year, or day, month and year. */
function date(texts: readonly string[]): string {
  if (texts.length === 1) return texts[0] ?? ''
  const year = texts.at(-1) ?? ''
  const pad = (text: string) => text.padStart(2, '0')
  const smaller = texts.slice(0, -1).toReversed()
  return [year, ...smaller.map(pad)].join('-')
}

function fromForm(question: InstrumentQuestion, texts: readonly string[]): unknown {
  const [first = ''] = texts
  switch (question.kind) {
    case 'multi-choice':
      return texts
    case 'regions':
      return texts.map(painArea)
    case 'number':
      return Number(first.replace(',', '.'))
    case 'date':
    case 'partial-date':
      return date(texts)
    case 'point':
      return point(first)
    case 'consent':
      return first === 'on' || first === 'true'
    case 'text':
      return first.replaceAll('\r\n', '\n')
    default:
      return first
  }
}

/**
 * One answer from the fields of a form that carry its key. Nothing chosen or written clears it: ok with undefined.
 * Lists take one value per choice; places "si-right" or "si-right:7"; a point "back,50.2,757"; a consent "on".
 */
export function parseFormAnswer(key: QuestionKey, values: readonly FormDataEntryValue[]): ParsedAnswer {
  const texts = values
    .filter((value) => typeof value === 'string')
    .map((value) => value.trim())
    .filter((text) => text !== '')
  if (texts.length === 0) return { ok: true, value: undefined }
  const parsed = answerSchema(key).safeParse(fromForm(questionOf(key), texts))
  if (parsed.success) return { ok: true, value: parsed.data as AnswerValue }
  return { ok: false, message: parsed.error.issues[0]?.message ?? 'This answer needs a look' }
}
