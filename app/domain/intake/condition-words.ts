import type { Condition } from './condition'
import { regionsTagged } from './regions-tagged'

/** A condition in words of keys and values, for whoever reads the definition. */
export function conditionWords(condition: Condition): string {
  if ('any' in condition) return `(${condition.any.map(conditionWords).join(', or ')})`
  if ('all' in condition) return condition.all.map(conditionWords).join(', and ')
  if ('marked' in condition) return `painAreas has one of: ${regionsTagged(condition.marked).join(', ')}`
  if ('score' in condition) {
    const points = Object.entries(condition.points).map(([value, each]) => `${value} ${each}`)
    return `${condition.score.join(' and ')} together have ${condition.atLeast} points or more (${points.join(', ')})`
  }
  if ('below' in condition) return `${condition.question} is given and below ${condition.below}`
  if ('from' in condition) return `${condition.question} is ${condition.from} or later`
  if ('in' in condition) return `${condition.question} is or contains one of: ${condition.in.join(', ')}`
  return `${condition.question} is none of: ${condition.notIn.join(', ')}`
}
