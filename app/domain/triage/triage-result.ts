import type { AnswerValue, QuestionKey } from '~/domain/intake/instrument'

export const tiers = ['routine', 'expedited', 'same_day', 'emergency'] as const
export type Tier = (typeof tiers)[number]

export const siTiers = ['unlikely', 'possible', 'likely'] as const
export type SiTier = (typeof siTiers)[number]

/** What is known beside the answers. asOf is a day, YYYY-MM-DD: there is no other clock. */
export type TriageContext = {
  readonly asOf: string
  readonly age?: number
  readonly sex?: 'female' | 'male' | 'other'
  readonly patientState?: string
  /** Where the clinic is; MN when left out. */
  readonly clinicState?: string
  readonly postProcedure?: { readonly date: string; readonly side?: 'left' | 'right' | 'both' }
}

type Grade = 'RCT/meta' | 'diagnostic study' | 'guideline' | 'LCD' | 'consensus' | 'design'
export type Evidence = { readonly citation: string; readonly grade: Grade }

export type ReasonInput = {
  readonly questionId: QuestionKey
  readonly answer: AnswerValue
  readonly patientWords?: string
}

export type Reason = {
  readonly ruleId: string
  readonly effect: 'raise' | 'support' | 'against' | 'block' | 'gate'
  readonly points?: number
  readonly inputs: readonly ReasonInput[]
  readonly evidence: readonly Evidence[]
  readonly text: string
}

export type Resolver = 'clinician' | 'scheduler' | 'patient'
export type PayerStatus = 'met' | 'not_met' | 'unknown' | 'needs_in_person'
export type PayerItem = { readonly id: string; readonly status: PayerStatus; readonly evidence: string }

export type TriageAction =
  | 'action:offer_consult_booking'
  | 'action:priority_consult'
  | 'action:call_today'
  | 'action:emergency_text'

/** Plain JSON for clinicians. Patients see only the next step, never this. */
export type TriageResult = {
  readonly rulesetVersion: string
  readonly inputHash: string
  readonly asOf: string
  readonly urgency: { readonly tier: Tier; readonly codes: readonly string[]; readonly reasons: readonly Reason[] }
  readonly si: {
    readonly tier: SiTier
    readonly score: number
    readonly probability?: {
      readonly prior: number
      readonly lr: number
      readonly post: number
      readonly basis: string
    }
    readonly reasons: readonly Reason[]
    readonly examDone: boolean
  }
  readonly ddx: readonly { readonly code: string; readonly reasons: readonly Reason[] }[]
  readonly blockers: readonly {
    readonly code: string
    readonly resolver: Resolver
    readonly reasons: readonly Reason[]
  }[]
  readonly payer: { readonly policyId: string; readonly policyVersion: string; readonly items: readonly PayerItem[] }
  readonly notes: readonly string[]
  readonly missing: readonly string[]
  readonly actions: readonly TriageAction[]
}

/** The more urgent of two. */
export function higher(one: Tier, other: Tier): Tier {
  return tiers.indexOf(one) >= tiers.indexOf(other) ? one : other
}
