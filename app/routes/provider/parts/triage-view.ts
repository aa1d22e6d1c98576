import type { IntakeSummary } from '~/domain/chart/intake-summary'
import type { ExamCount } from '~/domain/exam/exam-count'
import type { RecordedFinding } from '~/domain/exam/exam-record'
import type { TestGates } from '~/domain/exam/gates-of'
import type { EmergencyText } from '~/domain/intake/emergency-texts'
import type { Option } from '~/domain/intake/question'
import type { Paper } from '~/domain/paper/paper'
import type { MapSide } from '~/domain/people/side'
import type { ItemToAsk } from '~/domain/triage/items-to-ask'
import type { Completeness } from '~/domain/triage/open-to-ask'
import type { PayerChange } from '~/domain/triage/payer-changes'
import type { ReviewReason } from '~/domain/triage/review-lists'
import type { Evidence, PayerStatus, Reason, SiTier, Tier, TriageResult } from '~/domain/triage/triage-result'

/** A question with its answer in the person's words; `live` when a clinician asked it after the intake was sent. */
export type Said = { readonly label: string; readonly answer: string; readonly live: boolean }

/** A reason with what it opens to: the answers, and the rule in words. */
export type ReasonView = Omit<Reason, 'inputs'> & {
  readonly said: readonly Said[]
  readonly rule: readonly { readonly what: string; readonly lines: readonly string[] }[]
}

export type PayerView = {
  readonly policyId: string
  readonly title: string
  readonly version: string
  readonly policies: readonly { readonly id: string; readonly title: string }[]
  readonly items: readonly {
    readonly id: string
    readonly requirement: string | null
    readonly status: PayerStatus
    readonly shows: string
    readonly unverified: string | null
    readonly said: readonly Said[]
    readonly evidence: readonly Evidence[]
  }[]
}

export type QuestionView = {
  readonly key: string
  readonly label: string
  readonly hint: string | null
  readonly kind: string
  readonly options: readonly Option[]
  readonly why: 'missing' | 'not_sure'
  readonly safety: boolean
}

export type HistoryView = {
  readonly id: string
  readonly kind: 'result' | 'asked' | 'exam' | 'agree' | 'override'
  readonly at: Date
  readonly by: string | null
  readonly mine: boolean
  readonly urgency: Tier
  readonly siPattern: SiTier
  /** What stood before; null for the first event. */
  readonly before: Tier | null
  readonly rules: string | null
  readonly reasonCode: ReviewReason | null
  readonly reason: string | null
  readonly said: readonly Said[]
  readonly findings: readonly RecordedFinding[]
  readonly asked: readonly { readonly text: string; readonly now: string }[]
  readonly payer: readonly PayerChange[]
}

export type TriageView = {
  readonly intakeId: string
  readonly patient: { readonly id: string; readonly name: string; readonly bornOn: string | null }
  readonly side: MapSide | null
  /** Who asked by phone and entered the answers; null when the patient answered. */
  readonly filledBy: { readonly name: string; readonly spokenConsent: boolean } | null
  readonly startedAt: Date
  readonly savedAt: Date
  readonly sentAt: Date | null
  readonly instrumentVersion: string
  readonly summary: IntakeSummary
  readonly completeness: Completeness
  readonly papers: readonly Paper[]
  readonly urgency: Tier | null
  readonly siPattern: SiTier | null
  readonly seen: string | null
  /** Null while the rules have read nothing: a draft that nobody asked about. */
  readonly reading: {
    readonly urgency: { readonly tier: Tier; readonly reasons: readonly ReasonView[] }
    readonly si: {
      readonly tier: SiTier
      readonly score: number
      readonly probability: TriageResult['si']['probability'] | null
      readonly examDone: boolean
      readonly gate: readonly ReasonView[]
      readonly support: readonly ReasonView[]
      readonly against: readonly ReasonView[]
      readonly checkedAgainst: number
      readonly thresholds: { readonly likely: number; readonly possible: number }
    }
    readonly mimics: readonly { readonly code: string; readonly reasons: readonly ReasonView[] }[]
    readonly blockers: readonly {
      readonly code: string
      readonly resolver: 'clinician' | 'scheduler' | 'patient'
      readonly reasons: readonly ReasonView[]
    }[]
    readonly notes: readonly string[]
    readonly missing: readonly string[]
    readonly rulesetVersion: string
    readonly inputHash: string
    readonly asOf: string
  } | null
  readonly payer: PayerView
  readonly items: readonly ItemToAsk[]
  readonly open: readonly QuestionView[]
  readonly history: readonly HistoryView[]
  readonly exam: {
    readonly findings: readonly RecordedFinding[]
    readonly count: ExamCount
    readonly gates: { readonly [test: string]: TestGates }
    readonly side: 'left' | 'right' | 'both' | null
    /** In a visit by video; elsewhere the clinician says which. */
    readonly byVideo: boolean
  }
  /** Open calls of this intake; an emergency says its fixed text. */
  readonly calls: readonly {
    readonly id: string
    readonly urgency: 'emergency' | 'same_day'
    readonly mine: boolean
    readonly owned: boolean
    readonly dueAt: Date
    readonly text: EmergencyText | null
  }[]
  readonly flags: readonly string[]
  /** The visit in which clinician and patient are together now, or the next one. */
  readonly visit: { readonly id: string; readonly startsAt: Date; readonly running: boolean } | null
}
