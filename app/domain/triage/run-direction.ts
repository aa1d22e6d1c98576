import { tiers } from './triage-result'
import type { RunDirection, RunReading } from './run-change'

const list = (codes: readonly string[]) => [...new Set(codes)].toSorted().join(' ')

/** How a second reading differs from the first: in urgency, in something else, or not at all. */
export function runDirection(from: RunReading, to: RunReading): RunDirection | 'same' {
  const step = tiers.indexOf(to.urgency) - tiers.indexOf(from.urgency)
  if (step !== 0) return step > 0 ? 'raised' : 'lowered'
  return from.siPattern === to.siPattern && list(from.codes) === list(to.codes) ? 'same' : 'other'
}
