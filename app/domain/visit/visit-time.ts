import { consultSeconds, togetherSpans } from './consult-minutes'
import type { Stay, Together } from './consult-minutes'

export type SourcedStay = Stay & { readonly source: 'webhook' | 'reconciled' }

/** Where the number comes from: told by the room, repaired from the room's list, one side only, or nothing to measure. */
export type TimeSource = 'measured' | 'reconciled' | 'estimated' | 'none'

export type VisitTime = {
  readonly seconds: number
  readonly minutes: number
  readonly spans: readonly Together[]
  readonly source: TimeSource
  readonly stays: readonly SourcedStay[]
}

function sourceOf(stays: readonly SourcedStay[]): TimeSource {
  const sides = stays.filter((stay) => stay.role !== 'guest')
  if (sides.length === 0) return 'none'
  if (new Set(sides.map((stay) => stay.role)).size < 2) return 'estimated'
  return sides.some((stay) => stay.source === 'reconciled') ? 'reconciled' : 'measured'
}

/** The time of a visit with its source; `until` closes stays which are still open. */
export function visitTime(stays: readonly SourcedStay[], until: Date): VisitTime {
  const seconds = consultSeconds(stays, until)
  return {
    seconds,
    minutes: Math.floor(seconds / 60),
    spans: togetherSpans(stays, until),
    source: sourceOf(stays),
    stays,
  }
}
