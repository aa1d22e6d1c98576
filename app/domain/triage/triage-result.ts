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
  /** What a clinician found. Only tests in person, or attested ones, may override the answers. */
  readonly exam?: { readonly findings: readonly ExamFinding[] }
  /** Emergency answers the person took back as a wrong tap: they count like "not sure". */
  readonly corrected?: readonly QuestionKey[]
  /** The version of the questions that were asked; the current one when left out. */
  readonly instrumentVersion?: string
}

export type ExamFinding = {
  /** Id of the manoeuvre or provocation test. */
  readonly test: string
  readonly side: 'left' | 'right' | 'both' | 'none'
  readonly result: 'positive' | 'negative' | 'not_possible' | 'unsafe'
  readonly mode: 'in_person' | 'video'
  /** The clinician attests that a test over video was done as in person. */
  readonly attested: boolean
}

export const evidenceGrades = ['RCT/meta', 'diagnostic study', 'guideline', 'LCD', 'consensus', 'design'] as const
export type Evidence = { readonly citation: string; readonly grade: (typeof evidenceGrades)[number] }

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

export const resolvers = ['clinician', 'scheduler', 'patient'] as const
export type Resolver = (typeof resolvers)[number]
export type PayerStatus = 'met' | 'not_met' | 'unknown' | 'needs_in_person'
export type PayerItem = {
  readonly id: string
  readonly status: PayerStatus
  readonly evidence: string
  /** What the plan asks for, in words. Results of rule set 1.0.0 have none of what follows. */
  readonly requirement?: string
  readonly inputs?: readonly ReasonInput[]
  readonly sources?: readonly Evidence[]
  /** A number the policy does not state, and what was assumed. */
  readonly unverified?: string
}

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
  /** Why each note stands there. Results of rule set 1.0.0 have none. */
  readonly noteReasons?: readonly { readonly note: string; readonly reasons: readonly Reason[] }[]
  readonly missing: readonly string[]
  readonly actions: readonly TriageAction[]
}

/** The more urgent of two. */
export function higher(one: Tier, other: Tier): Tier {
  return tiers.indexOf(one) >= tiers.indexOf(other) ? one : other
}
