import type { Edge } from './card'
import { stages } from './stage'
import type { Stage } from './stage'

type Carded = { card: { stage: Stage; edge: Edge; days: number; since: Date } }

const need: Record<'red' | 'amber' | 'none', number> = { red: 0, amber: 1, none: 2 }

/** The board's columns with their cards, sorted by need, then age; booked cards by their day. */
export function boardColumns<Row extends Carded>(
  rows: readonly Row[],
): { stage: Stage; rows: Row[]; medianDays: number | null }[] {
  return stages.map((stage) => {
    const mine = rows
      .filter((row) => row.card.stage === stage)
      .toSorted(
        (a, b) =>
          need[a.card.edge ?? 'none'] - need[b.card.edge ?? 'none'] || a.card.since.getTime() - b.card.since.getTime(),
      )
    return { stage, rows: mine, medianDays: median(mine.map((row) => row.card.days)) }
  })
}

/** The middle of the sorted numbers, the lower one of two; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
