import { type AnswerValue, kindOf, type PainArea, type Paper, type QuestionKey } from './instrument'

function partText(part: string | PainArea | Paper): string {
  if (typeof part === 'string') return part
  if ('id' in part) return `${part.id}:${part.kind}`
  return part.strength === undefined ? part.region : `${part.region}:${part.strength}`
}

/** An answer as the fields of a form carry it: the way back from `parseFormAnswer`. Day, month and year of a partial date stand apart. */
export function formTexts(key: QuestionKey, value: AnswerValue | undefined): string[] {
  if (value === undefined) return []
  if (value === true) return ['on']
  if (Array.isArray(value)) return value.map(partText)
  if (typeof value === 'object') return [`${value.view},${value.x},${value.y}`]
  if (kindOf(key) === 'partial-date' && typeof value === 'string') return value.split('-').toReversed()
  return [String(value)]
}
