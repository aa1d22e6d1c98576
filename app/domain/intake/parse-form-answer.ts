import { answerSchema } from './answer-schema'
import {
  type AnswerValue,
  type Instrument,
  type InstrumentQuestion,
  instrument,
  type QuestionKey,
  questionOf,
} from './instrument'

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

function paper(text: string) {
  const [id, kind] = text.split(':')
  return { id, kind }
}

/** Separate fields arrive as month and year, or day, month and year; the smaller ones may be empty. */
function date(fields: readonly string[]): string {
  if (fields.length === 1) return fields[0] ?? ''
  const [year = '', month = '', day = ''] = fields.toReversed()
  const pad = (text: string) => text.padStart(2, '0')
  if (day !== '') return [year, pad(month), pad(day)].join('-')
  return month === '' ? year : [year, pad(month)].join('-')
}

function fromForm(question: InstrumentQuestion, fields: readonly string[], texts: readonly string[]): unknown {
  const [first = ''] = texts
  switch (question.kind) {
    case 'multi-choice':
      return texts
    case 'regions':
      return texts.map(painArea)
    case 'files':
      return texts.map(paper)
    case 'number':
      return Number(first.replace(',', '.'))
    case 'date':
    case 'partial-date':
      return date(fields)
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
 * Lists take one value per choice; places "si-right" or "si-right:7"; a point "back,50.2,757"; a consent "on"; a paper
 * its id and kind.
 */
export function parseFormAnswer(
  key: QuestionKey,
  values: readonly FormDataEntryValue[],
  which: Instrument = instrument,
): ParsedAnswer {
  const fields = values.filter((value) => typeof value === 'string').map((value) => value.trim())
  const texts = fields.filter((text) => text !== '')
  if (texts.length === 0) return { ok: true, value: undefined }
  const parsed = answerSchema(key, which).safeParse(fromForm(questionOf(key, which), fields, texts))
  if (parsed.success) return { ok: true, value: parsed.data as AnswerValue }
  return { ok: false, message: parsed.error.issues[0]?.message ?? 'This answer needs a look' }
}
