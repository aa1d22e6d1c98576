import { monthName } from '../time/calendar-names'
import type { RegionId } from './body-map-regions'
import { type AnswerValue, type PainArea, type QuestionKey, questionOf } from './instrument'
import { optionsOf } from './options-of'
import { dayRange } from './partial-date'
import { regionOf } from './region-of'

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

function listWords(key: QuestionKey, values: readonly (string | PainArea)[]): string {
  const labels = new Map(optionsOf(questionOf(key)).map((option) => [option.value, option.label]))
  return values.map((value) => (typeof value === 'string' ? (labels.get(value) ?? value) : areaWords(value))).join('; ')
}

/** The answer as the person saw it, for a review page, a summary or a reason. */
export function answerWords(key: QuestionKey, value: AnswerValue): string {
  const question = questionOf(key)
  if (value === true) return `Agreed, version ${question.kind === 'consent' ? question.consentVersion : ''}`
  if (Array.isArray(value)) return listWords(key, value)
  if (typeof value === 'object') return `One spot on the ${value.view} view`
  if (typeof value === 'number') {
    const unit = question.kind === 'number' ? question.unit : undefined
    return unit === undefined ? String(value) : unit === '%' ? `${value}%` : `${value} ${unit}`
  }
  if (question.kind === 'region') return regionOf(value as RegionId).name
  if (question.kind === 'date' || question.kind === 'partial-date') return dateWords(value)
  return listWords(key, [value])
}
