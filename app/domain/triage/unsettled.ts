import type { QuestionKey } from '~/domain/intake/instrument'
import type { AskedAnswer } from './review-wish'
import type { Reason } from './triage-result'

/** A reading by the rules: the result of the intake, or a later one with what was asked live or found. */
export type Said = {
  readonly at: Date
  readonly reasons: readonly Reason[]
  /** Questions whose answers this reading brought. */
  readonly asked: readonly QuestionKey[]
}

export type Settled = {
  readonly at: Date
  readonly asked: readonly { readonly ruleId: string; readonly now: AskedAnswer }[]
}

/** One reason with the answers it rests on: the same rule with another answer is another reason. */
export function printOf(reason: Reason): string {
  return JSON.stringify([reason.ruleId, reason.text, reason.inputs.map((input) => [input.questionId, input.answer])])
}

/**
 * The reasons that no clinician has settled: all but those asked again at a review and found gone or known, as long as
 * nothing they rest on has been answered anew since.
 */
export function unsettledReasons(
  reasons: readonly Reason[],
  said: readonly Said[],
  reviews: readonly Settled[],
): readonly Reason[] {
  const settles = (review: Settled, reason: Reason) => {
    const item = review.asked.find((each) => each.ruleId === reason.ruleId)
    if (item?.now !== 'gone' && item?.now !== 'same') return false
    const known = said.some(
      (each) => each.at < review.at && each.reasons.some((one) => printOf(one) === printOf(reason)),
    )
    const anew = said.filter((each) => each.at >= review.at).flatMap((each) => each.asked)
    return known && !reason.inputs.some((input) => anew.includes(input.questionId))
  }
  return reasons.filter((reason) => !reviews.some((review) => settles(review, reason)))
}

/**
 * Whether a reason rests on something the person said: the rule is sure, or they said that they are not. While questions are
 * still being answered, a question nobody has come to yet is no reason.
 */
export function isSaid(reason: Reason, rules: readonly { readonly id: string; readonly because: string }[]): boolean {
  const rule = rules.find((each) => each.id === reason.ruleId)
  const sure = rule?.because === reason.text
  return sure || reason.inputs.some((input) => [input.answer].flat().some((answer) => answer === 'not_sure'))
}
