import type { Tier } from './triage-result'

/** Words of a free text that make someone look. */
export type Keyword = {
  readonly id: string
  readonly codes: readonly string[]
  readonly tier: Exclude<Tier, 'routine'>
  readonly because: string
  /** Patterns of regular expressions over lower-case text with straight apostrophes. */
  readonly words: readonly string[]
  /** A plain "no fever" is let through. Words of self-harm never are. */
  readonly negatable: boolean
  /** What people write that it must catch, and what it must let through: read them in place of the patterns. */
  readonly catches?: readonly string[]
  readonly letsThrough?: readonly string[]
}

/** When a denial directly before the words lets them through, unless the sentence takes it back. */
export type Negation = {
  readonly denial: string
  readonly doubt: string
  /** A new line ends a sentence, as a full stop does. */
  readonly lines?: 'end'
}
