import type { EmergencyTextKey } from '~/domain/intake/emergency-texts'
import type { QuestionKey } from '~/domain/intake/instrument'
import type { Expr } from './expr'
import type { Evidence, Resolver, SiTier, Tier } from './triage-result'

/** One line of a rule set, all of it data. */
export type Rule = {
  readonly id: string
  /** Why it matters, as a clinician would say it. */
  readonly because: string
  /** The answers it rests on, shown with the reason. */
  readonly asks: readonly QuestionKey[]
  readonly evidence: readonly Evidence[]
  readonly when: Expr
}

export type UrgencyRule = Rule & {
  readonly tier: Exclude<Tier, 'routine'>
  readonly codes: readonly string[]
  /** Tier while the rule is unknown. Emergency rules: same day. Others: their own tier. */
  readonly unsure?: Exclude<Tier, 'emergency'>
  /** Fixed text that interrupts at the question; every emergency rule has one. */
  readonly text?: EmergencyTextKey
}

export type NoteRule = Rule & { readonly note: string }
export type DifferentialRule = Rule & { readonly code: string }
export type BlockerRule = Rule & { readonly code: string; readonly resolver: Resolver }
export type ScoreRule = Rule & { readonly points: number; readonly group?: string }
export type BoundRule = Rule & { readonly to: SiTier }
