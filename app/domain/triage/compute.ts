import { regionOf } from '~/domain/intake/region-of'
import { sideOf } from '~/domain/intake/side-of'
import type { ComputedFact } from './expr'
import type { Facts } from './facts'
import { type Tri, truth } from './tri'

const isBelowKnee = ({ tags }: ReturnType<typeof regionOf>) => tags.includes('below-knee')

const computedBy: { readonly [F in ComputedFact]: (facts: Facts) => Tri } = {
  /** Every place marked is on one side, and the side in words is the same. */
  'pain-on-one-side': ({ answers }) => {
    const side = sideOf((answers.painAreas ?? []).map((area) => area.region))
    return truth((side === 'left' || side === 'right') && answers.painSide === side)
  },
  /** A calf, shin or foot is marked on the left and on the right. */
  'below-knee-on-both-sides': ({ answers }) => {
    const below = (answers.painAreas ?? []).map((area) => regionOf(area.region)).filter(isBelowKnee)
    return truth(below.some(({ side }) => side === 'left') && below.some(({ side }) => side === 'right'))
  },
  /** The last SI joint injection was on the painful side, or on both. */
  'injected-side-is-pain-side': ({ answers: { siInjectionSide, painSide } }) =>
    truth(siInjectionSide === 'both' || (siInjectionSide !== undefined && siInjectionSide === painSide)),
  /** The state where the person lives is not the clinic's; MN when the clinic says none. */
  'lives-outside-clinic-state': ({ answers, context }) => {
    const state = context.patientState ?? answers.stateOfResidence
    return state === undefined ? 'unknown' : truth(state !== (context.clinicState ?? 'MN'))
  },
}

/** The few facts that compare two answers with each other. */
export function compute(fact: ComputedFact, facts: Facts): Tri {
  return computedBy[fact](facts)
}
