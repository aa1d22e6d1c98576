import type { GateId } from './gates'

export const manoeuvreGroups = ['pain', 'provocation', 'load', 'nerve', 'hip', 'movement'] as const
export type ManoeuvreGroup = (typeof manoeuvreGroups)[number]

/** One test of the exam: what the person does, what makes it positive, what is known of it by video. */
export type Manoeuvre = {
  readonly id: string
  readonly name: string
  readonly group: ManoeuvreGroup
  /** Tests with one and the same name here are one test and count once. Null: a screen, not a test of the joint. */
  readonly canonicalTest: string | null
  readonly sides: 'each' | 'none'
  /** File in /exam without its ending; null for tests that only an examiner does. */
  readonly picture: { readonly file: string; readonly mirrors: boolean } | null
  /** Said to the person; {side} and {other} stand for left and right. */
  readonly steps: readonly string[]
  readonly stopIf: string
  readonly positiveWhen: string
  /** What is known of this test over video. */
  readonly byVideo: string
  /** Whether a plan counts it: in person only, by video if the clinician attests, or never. */
  readonly counts: 'in_person' | 'attested' | 'no'
  readonly gates: readonly GateId[]
}
