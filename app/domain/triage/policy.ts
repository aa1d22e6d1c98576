import type { QuestionKey } from '~/domain/intake/instrument'
import type { Expr } from './expr'
import type { BlockerRule } from './rule'
import type { ExamTest } from './rules-exam'
import type { Evidence } from './triage-result'

/** One line of a plan's policy. */
export type PolicyItem = {
  readonly id: string
  readonly requirement?: string
  readonly asks?: readonly QuestionKey[]
  readonly evidence?: readonly Evidence[]
  /** A number the policy does not state, and what is assumed in its place. */
  readonly unverified?: string
  /** Left out of the checklist while this does not surely hold. */
  readonly appliesWhen?: Expr
  /** What the answers show, with answers in braces; see item-evidence.ts. */
  readonly shows: string | { readonly met: string; readonly not_met: string; readonly unknown: string }
  /** Met when it holds. Without a condition only a visit in person can show it. */
  readonly when?: Expr
  /** Met by so many positive tests of an examiner. Names of one entry are one test for this plan. */
  readonly tests?: { readonly atLeast: number; readonly listed: readonly ExamTest[] }
}

/** What a plan asks for before it pays, as versioned data. */
export type PayerPolicy = {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly owner?: string
  /** First day in force, YYYY-MM-DD; left out when it was not found. */
  readonly effectiveFrom?: string
  readonly source?: string
  readonly signOff?: 'awaiting' | 'signed'
  /** Kinds of insurance it is for. A policy without any is for everyone whose plan is not on file. */
  readonly payerKinds: readonly string[]
  /** Patterns of the plan's name on the card; without any the kind of insurance is enough. */
  readonly planWords?: readonly string[]
  readonly items: readonly PolicyItem[]
  /** Gaps the plan would refuse. Only what is sure is named. */
  readonly gaps: readonly BlockerRule[]
}
