import type { Condition } from './condition'
import type { PaperKind } from './paper-lists'
import type { Version } from './versions'

export type SectionKey = 'safety' | 'where' | 'pain' | 'selftests' | 'function' | 'treatments' | 'medical' | 'consent'

type Lasting = {
  /** The first version that has it; left out when the first one had it. */
  readonly since?: Version
  /** The first version without it. */
  readonly until?: Version
}

export type PlainLabels = { readonly yes: string; readonly no: string; readonly not_sure: string }

export type Option = Lasting & { readonly value: string; readonly label: string; readonly hint?: string }

type Common = Lasting & {
  readonly key: string
  readonly section: SectionKey
  readonly label: string
  readonly hint?: string
  readonly why?: string
  readonly required: boolean
  readonly appliesWhen?: Condition
  /** Something done and found: once answered it counts while this holds, also when it would not be asked any more. */
  readonly staysWhen?: Condition
  /** Never skipped, and "not sure" is at least a call today. */
  readonly emergency?: true
  /** Name of the picture of a self-test; it shows the movement, never an answer. */
  readonly picture?: string
  /** Which way round the picture stands. */
  readonly pictureSide?: 'left' | 'right'
}

/** One question of the intake. Keys are stable: never rename or reuse one. */
export type Question = Common &
  (
    | {
        readonly kind: 'yes-no-unsure'
        /** The three answers in another language. */
        readonly plainLabels?: PlainLabels
        /** What "not sure" is called here, where it also means something else. */
        readonly notSureLabel?: string
      }
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
    | { readonly kind: 'date' }
    | {
        readonly kind: 'partial-date'
        /** The day is asked as well, for whoever knows it. */
        readonly withDay?: true
      }
    | {
        readonly kind: 'text'
        readonly maxLength: number
        readonly multiline: boolean
        readonly autoComplete?: string
        /** Words about the body or the person run through the keyword net; names and numbers do not. */
        readonly searched: boolean
      }
    | { readonly kind: 'regions' | 'region' | 'point' }
    | {
        /** Papers handed over; only uploading and taking back writes the answer. */
        readonly kind: 'files'
        readonly paperKinds: readonly PaperKind[]
      }
    | { readonly kind: 'consent'; readonly consentVersion: string; readonly consentText: string }
  )
