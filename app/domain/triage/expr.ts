import type { RegionTag } from '~/domain/intake/body-map-regions'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'

export const comparisons = ['<', '<=', '=', '>=', '>'] as const
export type Comparison = (typeof comparisons)[number]

/** Facts that no other condition can say. Each is one line in compute.ts. */
export const computedFacts = [
  'pain-on-one-side',
  'below-knee-on-both-sides',
  'thigh-back-on-both-sides',
  'injected-side-is-pain-side',
  'only-test-injections',
  'four-treatments-this-year',
  'lives-outside-clinic-state',
  'fever-after-procedure',
  'asked-before-1.1.0',
] as const
export type ComputedFact = (typeof computedFacts)[number]

export type DateKey = {
  [K in QuestionKey]: K extends `${string}${'Since' | 'Date' | 'From' | 'Until'}` ? K : never
}[QuestionKey]

/** Numbers that are read from several answers or from the clinic's own record. */
export const measures = ['age', 'ageAtOnset', 'daysSinceProcedure', 'daysSinceLastProcedure', 'sites'] as const
type Measure = (typeof measures)[number]

/**
 * The condition of a rule as plain data. It is yes, no or unknown: "not sure" and an open question that applies are
 * unknown, an open question that does not apply is no.
 */
export type Expr =
  | { readonly op: 'all' | 'any'; readonly of: readonly Expr[] }
  | { readonly op: 'atLeast'; readonly count: number; readonly of: readonly Expr[] }
  | { readonly op: 'not' | 'surely'; readonly of: Expr }
  | { readonly op: 'named'; readonly name: string; readonly of: Expr }
  | { readonly op: 'unknown' }
  | { readonly op: 'says' | 'given' | 'only'; readonly key: QuestionKey; readonly values: readonly string[] }
  | { readonly op: 'unanswered'; readonly key: QuestionKey }
  | {
      readonly op: 'number'
      readonly key: QuestionKey
      readonly is: Comparison
      readonly than: number
      readonly missing?: 'no'
    }
  | { readonly op: Measure; readonly is: Comparison; readonly than: number }
  | { readonly op: 'count'; readonly key: QuestionKey; readonly is: Comparison; readonly than: number }
  | {
      readonly op: 'score'
      readonly keys: readonly QuestionKey[]
      readonly points: { readonly [answer: string]: number }
      readonly is: Comparison
      readonly than: number
    }
  | { readonly op: 'careWeeks'; readonly months: number; readonly is: Comparison; readonly than: number }
  | { readonly op: 'marked' | 'mainIs'; readonly tags: readonly RegionTag[] }
  | {
      readonly op: 'since'
      readonly key: QuestionKey
      /** A date may be a month or a year: read at its latest day, at its earliest, or only when both agree. */
      readonly read: 'latest' | 'earliest' | 'both'
      readonly unit: 'days' | 'months'
      readonly is: Comparison
      readonly than: number
      readonly missing?: 'no'
    }
  | { readonly op: 'computed'; readonly fact: ComputedFact }

type ValueOf<K extends QuestionKey> =
  NonNullable<Answers[K]> extends readonly (infer Each)[]
    ? Extract<Each, string>
    : Extract<NonNullable<Answers[K]>, string>
export type NumberKey = { [K in QuestionKey]: NonNullable<Answers[K]> extends number ? K : never }[QuestionKey]

export const all = (...of: readonly Expr[]): Expr => ({ op: 'all', of })
export const any = (...of: readonly Expr[]): Expr => ({ op: 'any', of })
export const atLeast = (count: number, ...of: readonly Expr[]): Expr => ({ op: 'atLeast', count, of })
export const not = (of: Expr): Expr => ({ op: 'not', of })

/** Yes only when it is sure; what is unknown counts as no. */
export const surely = (of: Expr): Expr => ({ op: 'surely', of })

/** A condition that several rules share, under the name a clinician would give it. */
export const named = (name: string, of: Expr): Expr => ({ op: 'named', name, of })

/** What the answers of an intake cannot decide. */
export const unknown: Expr = { op: 'unknown' }

/** One of these was answered. "Not sure", or open though it applies: unknown. */
export function says<K extends QuestionKey>(key: K, ...values: readonly ValueOf<K>[]): Expr {
  return { op: 'says', key, values }
}

/** One of these was answered; everything else, "not sure" too, is no. */
export function given<K extends QuestionKey>(key: K, ...values: readonly ValueOf<K>[]): Expr {
  return { op: 'given', key, values }
}

/** Answered, and with nothing but these. */
export function only<K extends QuestionKey>(key: K, ...values: readonly ValueOf<K>[]): Expr {
  return { op: 'only', key, values }
}

export const unanswered = (key: QuestionKey): Expr => ({ op: 'unanswered', key })

export const number = (key: NumberKey, is: Comparison, than: number): Expr => ({ op: 'number', key, is, than })

/** As number, for an optional question: when it is left open the answer is no. */
export const numberGiven = (key: NumberKey, is: Comparison, than: number): Expr => ({
  op: 'number',
  key,
  is,
  than,
  missing: 'no',
})

/** Whole years on the day of asking. */
export const ageIs = (is: Comparison, than: number): Expr => ({ op: 'age', is, than })

/** Whole years at the earliest day the pain can have begun. */
export const ageAtOnset = (is: Comparison, than: number): Expr => ({ op: 'ageAtOnset', is, than })

/** A place with one of these tags is marked on the body map. */
export const marked = (...tags: readonly RegionTag[]): Expr => ({ op: 'marked', tags })

/** The place that hurts most has one of these tags. */
export const mainIs = (...tags: readonly RegionTag[]): Expr => ({ op: 'mainIs', tags })

/** Different places marked, left and right of one place counted once. */
export const sites = (is: Comparison, than: number): Expr => ({ op: 'sites', is, than })

/** Days since the later of the injection or operation that the clinic knows and the one the person told; no when nobody said the day. */
export const daysSinceLastProcedure = (is: Comparison, than: number): Expr => ({
  op: 'daysSinceLastProcedure',
  is,
  than,
})

/** How many choices of a list were ticked, "none" and "not sure" left out. */
export const count = (key: QuestionKey, is: Comparison, than: number): Expr => ({ op: 'count', key, is, than })

/** Points of several answers together; unknown while open answers could still decide. */
export function score(
  keys: readonly QuestionKey[],
  points: { readonly [answer: string]: number },
  is: Comparison,
  than: number,
): Expr {
  return { op: 'score', keys, points, is, than }
}

/** Weeks of active care (physical therapy, home exercise, manual or behavioral therapy) in the last so many months, by the dates given. */
export const careWeeks = (months: number, is: Comparison, than: number): Expr => ({ op: 'careWeeks', months, is, than })

export const computed = (fact: ComputedFact): Expr => ({ op: 'computed', fact })

type Length = { readonly days: number } | { readonly months: number }
const lengthOf = (length: Length) =>
  'days' in length ? ({ unit: 'days', than: length.days } as const) : ({ unit: 'months', than: length.months } as const)

/** It began so long ago or later, whatever day of the given month or year it was. */
export const surelyWithin = (key: DateKey, length: Length): Expr => ({
  op: 'since',
  key,
  read: 'earliest',
  is: '<=',
  ...lengthOf(length),
})

/** It can have begun so long ago or later. */
export const maybeWithin = (key: DateKey, length: Length): Expr => ({
  op: 'since',
  key,
  read: 'latest',
  is: '<=',
  ...lengthOf(length),
})

/** It began so long ago or later; unknown when the month or year given leaves it open. */
export const within = (key: DateKey, length: Length): Expr => ({
  op: 'since',
  key,
  read: 'both',
  is: '<=',
  ...lengthOf(length),
})

/** The same of an optional date: when it is left open the answer is no. */
export function ifDated(expr: Expr): Expr {
  return expr.op === 'since' ? { ...expr, missing: 'no' } : expr
}

/** It can have lasted so long. */
export const maybeLasted = (key: DateKey, length: Length): Expr => ({
  op: 'since',
  key,
  read: 'earliest',
  is: '>=',
  ...lengthOf(length),
})

/** It has lasted so long; unknown when the month or year given leaves it open. */
export const lasted = (key: DateKey, length: Length): Expr => ({
  op: 'since',
  key,
  read: 'both',
  is: '>=',
  ...lengthOf(length),
})
