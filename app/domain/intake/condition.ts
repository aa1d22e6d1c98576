import type { RegionTag } from './body-map-regions'
import { isRegionId, regionOf } from './region-of'

/** When a question applies, as data, so that the form, the JSON Schema and an export read the same rule. */
export type Condition =
  | { readonly question: string; readonly in: readonly string[] }
  | { readonly question: string; readonly notIn: readonly string[] }
  /** A number was given and is smaller. */
  | { readonly question: string; readonly below: number }
  /** A whole day was given, `YYYY-MM-DD`, and it is this one or a later one. */
  | { readonly question: string; readonly from: string }
  | { readonly marked: readonly RegionTag[] }
  /** The points of the given answers to these questions add up to this, at the least. */
  | {
      readonly score: readonly string[]
      readonly points: { readonly [value: string]: number }
      readonly atLeast: number
    }
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] }

type Given = { readonly [key: string]: unknown }

function valuesOf(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer]
  return Array.isArray(answer) ? answer.filter((value) => typeof value === 'string') : []
}

function markedTags(answer: unknown): string[] {
  if (!Array.isArray(answer)) return []
  return answer.flatMap((area: { region?: unknown }) => {
    const region = area?.region
    return typeof region === 'string' && isRegionId(region) ? [...regionOf(region).tags] : []
  })
}

/**
 * True without a condition. "notIn" is also true while its question has no answer: we rather ask than skip. An answer that
 * is missing has no points, no number and no day.
 */
export function applies(condition: Condition | undefined, answers: Given): boolean {
  if (!condition) return true
  if ('any' in condition) return condition.any.some((each) => applies(each, answers))
  if ('all' in condition) return condition.all.every((each) => applies(each, answers))
  if ('marked' in condition) {
    const tags = markedTags(answers['painAreas'])
    return condition.marked.some((tag) => tags.includes(tag))
  }
  if ('score' in condition) {
    const points = condition.score.flatMap((key) => valuesOf(answers[key])).map((value) => condition.points[value] ?? 0)
    return points.reduce((sum, each) => sum + each, 0) >= condition.atLeast
  }
  const answer = answers[condition.question]
  if ('below' in condition) return typeof answer === 'number' && answer < condition.below
  if ('from' in condition) return typeof answer === 'string' && answer >= condition.from
  const given = valuesOf(answer)
  if ('in' in condition) return given.some((value) => condition.in.includes(value))
  return given.every((value) => !condition.notIn.includes(value))
}
