import { reaches } from './relief'
import type { Reading, Relief } from './relief'

/** How the person says they are, compared with before. */
const impressions = [
  'very_much_better',
  'much_better',
  'little_better',
  'same',
  'little_worse',
  'much_worse',
  'very_much_worse',
] as const
type Impression = (typeof impressions)[number]

export type TherapeuticResponse = {
  readonly kind: 'substantial' | 'moderate' | 'none' | 'worse' | 'notComputable'
  /** Whether a second measure agrees: function on the PEG, or the person's own impression of change. */
  readonly secondMeasure: 'confirms' | 'doesNotConfirm' | 'notMeasured'
  /** Whether it lasts is known only at 12 weeks: until then every result is provisional. */
  readonly durability: 'provisional'
}

/** Smallest change of the PEG that people notice (clinical basis 7.2: about 1.0 to 1.75). */
const pegNoticeable = 1

type Second = { pegBefore?: Reading; pegNow?: Reading; impression?: Impression }

function secondMeasure({ pegBefore, pegNow, impression }: Second): TherapeuticResponse['secondMeasure'] {
  const peg =
    pegBefore &&
    pegNow &&
    pegBefore.scale === 'peg' &&
    pegNow.scale === 'peg' &&
    pegBefore.anchor === pegNow.anchor &&
    pegBefore.side === pegNow.side
      ? Math.round((pegBefore.value - pegNow.value) * 1000) >= pegNoticeable * 1000
      : undefined
  if (peg === undefined && impression === undefined) return 'notMeasured'
  const better = impression === 'very_much_better' || impression === 'much_better'
  return peg === true || better ? 'confirms' : 'doesNotConfirm'
}

/**
 * The response at day 14 (clinical basis 8.2 B) from relief of the average pain of 7 days. Substantial needs 50% or more and
 * a second measure that agrees; 30% or more is moderate, and so is 50% or more that nothing else confirms.
 */
export function therapeuticResponse(average: Relief, second: Second = {}): TherapeuticResponse {
  const agreed = secondMeasure(second)
  const answer = (kind: TherapeuticResponse['kind']): TherapeuticResponse => ({
    kind,
    secondMeasure: agreed,
    durability: 'provisional',
  })
  if (average.kind === 'notComputable') return answer('notComputable')
  if (average.percent < 0) return answer('worse')
  if (reaches(average, 50) && agreed === 'confirms') return answer('substantial')
  return reaches(average, 30) ? answer('moderate') : answer('none')
}
