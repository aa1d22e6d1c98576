import type { Condition } from '../intake/condition'
import { pointsThatReach } from '../intake/points-that-reach'
import { regionsTagged } from '../intake/regions-tagged'

function answersTo(key: string): string {
  return `%resource.item.item.where(linkId = '${key}').answer.value`
}

function chosen(key: string, values: readonly string[]): string {
  return `${answersTo(key)}.code.where($this in (${values.map((value) => `'${value}'`).join(' | ')})).exists()`
}

/** A condition in FHIRPath, over the response that is being filled. */
export function enableExpression(condition: Condition): string {
  if ('any' in condition) return condition.any.map((each) => `(${enableExpression(each)})`).join(' or ')
  if ('all' in condition) return condition.all.map((each) => `(${enableExpression(each)})`).join(' and ')
  if ('marked' in condition) return chosen('painAreas', regionsTagged(condition.marked))
  if ('score' in condition)
    return pointsThatReach(condition)
      .map((ways) => `(${ways.map(([key, value]) => chosen(key, [value])).join(' and ')})`)
      .join(' or ')
  if ('below' in condition) return `${answersTo(condition.question)}.where($this < ${condition.below}).exists()`
  if ('from' in condition) return `${answersTo(condition.question)}.where($this >= @${condition.from}).exists()`
  if ('in' in condition) return chosen(condition.question, condition.in)
  return `${chosen(condition.question, condition.notIn)}.not()`
}
