import { type Refusal, refuse } from '../refusal'
import type { OverrideWish } from './review-wish'
import { type SiTier, type Tier, tiers } from './triage-result'

type Stands = { readonly urgency: Tier; readonly siPattern: SiTier }

/** Which way a decision moves the urgency. */
export function directionOf(from: Tier, to: Tier): 'raise' | 'keep' | 'lower' {
  const step = tiers.indexOf(to) - tiers.indexOf(from)
  return step === 0 ? 'keep' : step > 0 ? 'raise' : 'lower'
}

/** Someone must be telephoned at this urgency. */
export function needsCall(urgency: Tier): urgency is 'same_day' | 'emergency' {
  return urgency === 'same_day' || urgency === 'emergency'
}

/**
 * Whether a decision may be made so. Raising takes a reason and, when someone is called for it, what is feared. Lowering takes
 * in addition that every item which fired was asked again: one that was not asked, or is worse, is not lowered.
 */
export function judgeOverride(
  wish: Pick<OverrideWish, 'urgency' | 'siPattern' | 'code' | 'asked'>,
  stands: Stands,
  fired: readonly string[],
  codes: readonly string[],
): 'raise' | 'keep' | 'lower' | Refusal<'same' | 'code' | 'not_asked' | 'worse'> {
  const direction = directionOf(stands.urgency, wish.urgency)
  if (direction === 'keep' && wish.siPattern === stands.siPattern)
    return refuse('same', 'This is what stands already. Agree with it, or choose something else.', 'urgency')
  if (direction === 'raise' && needsCall(wish.urgency) && !codes.includes(wish.code ?? ''))
    return refuse('code', 'Choose what you fear: the patient’s page shows the fixed text for it.', 'code')
  if (direction !== 'lower') return direction
  const now = new Map(wish.asked.map((item) => [item.ruleId, item.now]))
  if (fired.some((ruleId) => now.get(ruleId) === 'worse'))
    return refuse('worse', 'An item is worse than it was. Keep or raise the urgency.', 'asked')
  if (fired.some((ruleId) => (now.get(ruleId) ?? 'not_asked') === 'not_asked'))
    return refuse('not_asked', 'Ask every item again before you lower: one is not asked yet.', 'asked')
  return direction
}
