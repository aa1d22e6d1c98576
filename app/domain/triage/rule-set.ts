import { type Keyword, keywords, thinnerWords } from './keyword-net'
import type { BlockerRule, DifferentialRule, NoteRule, UrgencyRule } from './rule'
import { blockerRules } from './rules-blockers'
import { differentialRules } from './rules-ddx'
import { noteRules } from './rules-note'
import { medicareNgs, type PayerPolicy, planNotOnFile } from './rules-payer'
import { type SiRules, siRules } from './rules-si'
import { urgencyRules } from './rules-urgency'

export type RuleSet = {
  readonly id: string
  readonly version: string
  /** First day in force, YYYY-MM-DD. */
  readonly effectiveFrom: string
  readonly owner: string
  readonly signOff: 'awaiting' | 'signed'
  readonly purpose: string
  readonly limits: string
  readonly urgency: readonly UrgencyRule[]
  readonly words: { readonly net: readonly Keyword[]; readonly thinners: Keyword }
  readonly si: SiRules
  readonly differentials: readonly DifferentialRule[]
  readonly blockers: readonly BlockerRule[]
  readonly notes: readonly NoteRule[]
  readonly policies: { readonly medicare: PayerPolicy; readonly other: PayerPolicy }
}

/** The rules in force. Any change is a new version; results keep the version they were made with. */
export const ruleSet: RuleSet = {
  id: 'ilium-triage',
  version: '1.0.0',
  effectiveFrom: '2026-11-22',
  owner: 'awaiting the clinic’s medical director',
  signOff: 'awaiting',
  purpose:
    'For clinicians: how soon to look, what to ask, what to settle first. Reasons and sources stand beside each line.',
  limits:
    'A questionnaire cannot diagnose SI joint pain (Dreyfuss 1996). Weights and tiers are proposals until signed.',
  urgency: urgencyRules,
  words: { net: keywords, thinners: thinnerWords },
  si: siRules,
  differentials: differentialRules,
  blockers: blockerRules,
  notes: noteRules,
  policies: { medicare: medicareNgs, other: planNotOnFile },
}
