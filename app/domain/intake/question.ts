import type { Condition } from './condition'

export type SectionKey = 'safety' | 'where' | 'pain' | 'function' | 'treatments' | 'medical' | 'consent'

export type Option = { readonly value: string; readonly label: string; readonly hint?: string }

type Common = {
  readonly key: string
  readonly section: SectionKey
  readonly label: string
  readonly hint?: string
  readonly why?: string
  readonly required: boolean
  readonly appliesWhen?: Condition
  /** Never skipped, and "not sure" is at least a call today. */
  readonly emergency?: true
}

/** One question of the intake. Keys are stable: never rename or reuse one. */
export type Question = Common &
  (
    | { readonly kind: 'yes-no-unsure'; readonly notSureLabel?: string }
    | { readonly kind: 'choice' | 'multi-choice'; readonly options: readonly Option[] }
    | {
        readonly kind: 'number'
        readonly min: number
        readonly max: number
        readonly whole: boolean
        readonly unit?: string
        readonly lowLabel?: string
        readonly highLabel?: string
      }
    | { readonly kind: 'date' | 'partial-date' }
    | {
        readonly kind: 'text'
        readonly maxLength: number
        readonly multiline: boolean
        readonly autoComplete?: string
        /** Words about the body or the person run through the keyword net; names and numbers do not. */
        readonly searched: boolean
      }
    | { readonly kind: 'regions' | 'region' | 'point' }
    | { readonly kind: 'consent'; readonly consentVersion: string; readonly consentText: string }
  )
