import type { SiTier, Tier } from './triage-result'

/** What one rule set says of a stored intake: its urgency, its pattern, its codes, and the rules behind them. */
export type RunReading = {
  readonly urgency: Tier
  readonly siPattern: SiTier
  readonly codes: readonly string[]
  readonly rules: readonly string[]
}

/** A stored intake that two rule sets read differently. No name, no answer: the day it was sent, and "woman, 70s". */
export type RunChange = {
  readonly intakeId: string
  readonly sentOn: string
  readonly who: string
  readonly from: RunReading
  readonly to: RunReading
}

/** Stored intakes that one comparison reads at most, the newest: some ten seconds of work. */
export const mostRead = 2000

export type RunDirection = 'raised' | 'lowered' | 'other'
