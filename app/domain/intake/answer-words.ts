import { monthName } from '../time/calendar-names'
import type { RegionId } from './body-map-regions'
import {
  type AnswerValue,
  type Instrument,
  type InstrumentQuestion,
  instrument,
  type PainArea,
  type Paper,
  type QuestionKey,
  questionOf,
} from './instrument'
import { optionsOf } from './options-of'
import type { PaperKind } from './paper-lists'
import { dayRange } from './partial-date'
import { regionOf } from './region-of'

const paperWords: Record<PaperKind, string> = {
  imaging_report: 'Report of a picture',
  insurance_card: 'Insurance card',
  other: 'Another paper',
}

function dateWords(text: string): string {
  const [year = '', month, day] = text.split('-')
  if (month === undefined || !dayRange(text)) return text
  const name = monthName(Number(month))
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`
}

function areaWords(area: PainArea): string {
  const { name } = regionOf(area.region)
  return area.strength === undefined ? name : `${name}: ${area.strength}`
}

function listWords(question: InstrumentQuestion, values: readonly (string | PainArea | Paper)[]): string {
  const labels = new Map(optionsOf(question).map((option) => [option.value, option.label]))
  const words = (value: string | PainArea | Paper) =>
    typeof value === 'string'
      ? (labels.get(value) ?? value)
      : 'region' in value
        ? areaWords(value)
        : paperWords[value.kind]
  return values.map(words).join('; ')
}

/** The answer as the person saw it, for a review page, a summary or a reason. */
export function answerWords(key: QuestionKey, value: AnswerValue, which: Instrument = instrument): string {
  const question = questionOf(key, which)
  if (value === true) return `Agreed, version ${question.kind === 'consent' ? question.consentVersion : ''}`
  if (Array.isArray(value)) return listWords(question, value)
  if (typeof value === 'object') return `One spot on the ${value.view} view`
  if (typeof value === 'number') {
    const unit = question.kind === 'number' ? question.unit : undefined
    return unit === undefined ? String(value) : unit === '%' ? `${value}%` : `${value} ${unit}`
  }
  if (question.kind === 'region') return regionOf(value as RegionId).name
  if (question.kind === 'date' || question.kind === 'partial-date') return dateWords(value)
  return listWords(question, [value])
}
