import type { Side } from '../people/side'
import type { Anchor, Scale } from './outcome-lists'

/** One number, and what it stands for. */
export type Reading = { readonly scale: Scale; readonly anchor: Anchor; readonly side: Side; readonly value: number }

type NotComputable = {
  readonly kind: 'notComputable'
  readonly why: 'notMeasured' | 'differentScale' | 'differentAnchor' | 'differentSide' | 'baselineZero'
}

export type ComputedRelief = {
  readonly kind: 'computed'
  /** Percent, not rounded. Negative when it is worse than before. */
  readonly percent: number
  /** False when the number before was under 4: too low to read a block by. */
  readonly diagnosticValid: boolean
}

export type Relief = NotComputable | ComputedRelief

/** Thousandths, so that readings with a decimal compare exactly. */
const exact = (value: number) => Math.round(value * 1000)

const notComputable = (why: NotComputable['why']): NotComputable => ({ kind: 'notComputable', why })

/**
 * Percent relief between two readings of one scale, anchor and side (clinical basis 8.1). Whatever differs is refused and
 * never guessed; a reading that was not taken is not zero.
 */
export function relief(baseline: Reading | undefined, current: Reading | undefined): Relief {
  if (!baseline || !current) return notComputable('notMeasured')
  if (baseline.scale !== current.scale) return notComputable('differentScale')
  if (baseline.anchor !== current.anchor) return notComputable('differentAnchor')
  if (baseline.side !== current.side) return notComputable('differentSide')
  const [before, after] = [exact(baseline.value), exact(current.value)]
  if (before === 0) return notComputable('baselineZero')
  return { kind: 'computed', percent: (100 * (before - after)) / before, diagnosticValid: baseline.value >= 4 }
}

/** Whether relief reaches a threshold in percent. The number is compared as it is, never after rounding. */
export function reaches(result: Relief, percent: number): boolean {
  return result.kind === 'computed' && result.percent >= percent
}
