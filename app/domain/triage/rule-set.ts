import { cite } from './citations'
import type { WordNet } from './word-net'
import type { PayerPolicy } from './policy'
import type { BlockerRule, DifferentialRule, NoteRule, Rule, UrgencyRule } from './rule'
import { blockerRules } from './rules-blockers'
import { differentialOfFlag, differentialRules } from './rules-ddx'
import { noteRules } from './rules-note'
import { payerPolicies } from './rules-payer'
import { type SiRules, siRules } from './rules-si'
import { urgencyRules } from './rules-urgency'
import { thinnerWords, wordNet } from './rules-words'

export type RuleSet = {
  readonly id: string
  readonly version: string
  /** First day in force, YYYY-MM-DD. */
  readonly effectiveFrom: string
  readonly owner: string
  readonly signOff: 'awaiting' | 'signed'
  readonly purpose: string
  readonly limits: string
  /** Shape of the results. 1: the input hash names the rules by version alone. 2: by content too, with reasons for notes and links for payer items. */
  readonly format: 1 | 2
  /** A safety question that no rule could read surely is a call today. */
  readonly open: Pick<Rule, 'id' | 'because' | 'evidence'>
  readonly urgency: readonly UrgencyRule[]
  readonly words: WordNet
  readonly si: SiRules
  readonly differentials: readonly DifferentialRule[]
  /** Open flags that are themselves another cause. */
  readonly flagCauses: { readonly [flag: string]: string }
  readonly blockers: readonly BlockerRule[]
  readonly notes: readonly NoteRule[]
  /** The first that fits is read; the last is for plans that are not on file. */
  readonly policies: readonly PayerPolicy[]
}

/** The rules in force. Any change is a new version; results keep the version they were made with. */
export const ruleSet: RuleSet = {
  id: 'ilium-triage',
  version: '1.2.0',
  effectiveFrom: '2026-11-22',
  owner: 'awaiting the clinic’s medical director',
  signOff: 'awaiting',
  purpose:
    'For clinicians: how soon to look, what to ask, what to settle first. Reasons and sources stand beside each line.',
  limits:
    'A questionnaire cannot diagnose SI joint pain (Dreyfuss 1996). Weights and tiers are proposals until signed.',
  format: 2,
  open: { id: 'RF-00', because: 'A safety question without a sure answer', evidence: [cite.clinicRule] },
  urgency: urgencyRules,
  words: { ...wordNet, thinners: thinnerWords },
  si: siRules,
  differentials: differentialRules,
  flagCauses: differentialOfFlag,
  blockers: blockerRules,
  notes: noteRules,
  policies: payerPolicies,
}
