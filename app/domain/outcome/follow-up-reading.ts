import type { Side } from '../people/side'
import { diagnosticResponse } from './diagnostic-response'
import type { DiagnosticEntry, DiagnosticResponse } from './diagnostic-response'
import { optionsToConsider } from './options'
import type { NextStepOption } from './options'
import type { Anchor, Scale } from './outcome-lists'
import { relief } from './relief'
import type { Reading, Relief } from './relief'
import { therapeuticResponse } from './therapeutic-response'
import type { TherapeuticResponse } from './therapeutic-response'

type Measured = Reading & { readonly id: string; readonly takenAt: Date }

/** Two numbers that can be compared, the one before and the one after; `after` is missing until it was asked. */
type Pair = { readonly anchor: Anchor; readonly before: Measured; readonly after: Measured | undefined }

type Facts = {
  side: Side
  needleInAt: Date
  needleOutAt: Date
  painBefore: number
  entries: readonly DiagnosticEntry[]
  measures: readonly Measured[]
  /** PEG of the intake that led to the procedure, on the side that was marked then. */
  pegBefore: Reading | null
  diagnosticSessions: number
  zone: string
}

export type FollowUpReading = {
  readonly diagnostic: DiagnosticResponse
  /** Average pain of 7 days where there is such a number from before, else pain now; undefined when there is neither. */
  readonly pain: Pair | undefined
  /** Function on the PEG: from the intake or a measure before, and asked again since. */
  readonly peg: { readonly before: Reading; readonly after: Reading | undefined } | undefined
  readonly relief: Relief
  readonly therapeutic: TherapeuticResponse
  readonly options: readonly NextStepOption[]
}

const latest = (measures: readonly Measured[]) =>
  measures.reduce<Measured | undefined>((last, one) => (last && last.takenAt >= one.takenAt ? last : one), undefined)

/** The newest number of this scale, anchor and side before the needle, and the newest after it. */
function pairOf(facts: Facts, scale: Scale, anchor: Anchor): Pair | undefined {
  const alike = facts.measures.filter((one) => one.scale === scale && one.anchor === anchor && one.side === facts.side)
  const before = latest(alike.filter((one) => one.takenAt <= facts.needleInAt))
  if (!before) return undefined
  return { anchor, before, after: latest(alike.filter((one) => one.takenAt > facts.needleOutAt)) }
}

function pegOf(facts: Facts): FollowUpReading['peg'] {
  const after = latest(
    facts.measures.filter((one) => one.scale === 'peg' && one.side === facts.side && one.takenAt > facts.needleOutAt),
  )
  const before = pairOf(facts, 'peg', 'past_week')?.before ?? facts.pegBefore
  return before && before.side === facts.side ? { before, after } : undefined
}

/** Everything the two-week follow-up derives from numbers, computed anew each time and never stored (clinical basis 8). */
export function followUpReading(facts: Facts): FollowUpReading {
  const diagnostic = diagnosticResponse(facts)
  const pain = pairOf(facts, 'nrs', 'average_7_days') ?? pairOf(facts, 'nrs', 'now')
  const peg = pegOf(facts)
  const reached = relief(pain?.before, pain?.after)
  const therapeutic = therapeuticResponse(reached, { pegBefore: peg?.before, pegNow: peg?.after })
  const options = optionsToConsider({
    diagnostic: diagnostic.kind,
    therapeutic: therapeutic.kind,
    diagnosticSessions: facts.diagnosticSessions,
  })
  return { diagnostic, pain, peg, relief: reached, therapeutic, options }
}
