import type { AnswerValue, PainArea, QuestionKey } from './instrument'
import { questionOf } from './instrument'

function areaText({ region, strength }: PainArea): string {
  return strength === undefined ? region : `${region}:${strength}`
}

/** An answer as the fields of a form carry it: the way back from `parseFormAnswer`. Month and year of a partial date stand apart. */
export function formTexts(key: QuestionKey, value: AnswerValue | undefined): string[] {
  if (value === undefined) return []
  if (value === true) return ['on']
  if (Array.isArray(value)) return value.map((part) => (typeof part === 'string' ? part : areaText(part)))
  if (typeof value === 'object') return [`${value.view},${value.x},${value.y}`]
  if (questionOf(key).kind === 'partial-date' && typeof value === 'string') return value.split('-').toReversed()
  return [String(value)]
}
