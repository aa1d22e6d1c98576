import type { AskedAnswer } from './review-wish'
import type { Said } from './unsettled'
import type { Reason } from './triage-result'

/** One item that a clinician asks again before the urgency is lowered. */
export type ItemToAsk = {
  readonly ruleId: string
  readonly text: string
  /** The answers it rests on, in the person's words. */
  readonly words: readonly string[]
  readonly at: Date
  /** What is known already: it does not fire any more with what was asked since. */
  readonly known: AskedAnswer | null
}

/** A clinician's own raise, which is asked again like any other item. */
export type RaisedByHand = {
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly reason: string | null
}

const wordsOf = (reason: Reason) => reason.inputs.flatMap((input) => (input.patientWords ? [input.patientWords] : []))

/** Everything that fired in the result and in later readings, each rule once, as it was said first. */
export function itemsToAsk(said: readonly Said[], raised: readonly RaisedByHand[]): ItemToAsk[] {
  const stillFires = new Set(said.at(-1)?.reasons.map((reason) => reason.ruleId))
  const found = new Map<string, ItemToAsk>()
  for (const { at, reasons } of said)
    for (const reason of reasons)
      if (!found.has(reason.ruleId))
        found.set(reason.ruleId, {
          ruleId: reason.ruleId,
          text: reason.text,
          words: wordsOf(reason),
          at,
          known: stillFires.has(reason.ruleId) ? null : 'gone',
        })
  const byHand = raised.map(({ id, at, by, reason }) => ({
    ruleId: `review:${id}`,
    text: `Raised by ${by}`,
    words: reason ? [reason] : [],
    at,
    known: null,
  }))
  return [...found.values(), ...byHand]
}
