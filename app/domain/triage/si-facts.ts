import { sideOf } from '~/domain/intake/side-of'
import type { Facts } from './facts'
import { all, any, atLeast, not, type Tri, truth } from './tri'

/** Pain only on one side, by the places marked and by the word. */
export function oneSided(facts: Facts): Tri {
  const side = sideOf((facts.answers.painAreas ?? []).map((area) => area.region))
  return truth((side === 'left' || side === 'right') && facts.answers.painSide === side)
}

/** 4 or more of the 5 ASAS items in pain of more than 3 months (age at onset, slow onset, exercise, rest, night). */
export function inflammatoryBackPain(facts: Facts): Tri {
  const { ageAtOnset, painMonths } = facts
  return all(
    painMonths === undefined ? 'unknown' : truth(painMonths.most >= 3),
    atLeast(
      4,
      ageAtOnset === undefined ? 'unknown' : truth(ageAtOnset < 40),
      facts.says('onset', 'slowly'),
      facts.says('exerciseHelps', 'yes'),
      facts.says('restHelps', 'no'),
      facts.says('nightPain', 'yes'),
    ),
  )
}

/** Below the knee and at least one nerve feature. */
export function radicular(facts: Facts): Tri {
  return all(
    any(facts.says('belowKnee', 'yes'), facts.marked('below-knee')),
    any(facts.says('legFeatures', 'leg_worse', 'numb_strip', 'cough_leg'), facts.says('legWeakness', 'yes')),
  )
}

/** Two or more hip items while the groin or the front of the hip hurts most. */
export function hipPattern(facts: Facts): Tri {
  const items = (['c_sign', 'socks', 'rotation', 'car', 'clicking', 'to_knee'] as const).map((sign) =>
    facts.says('hipSigns', sign),
  )
  return all(facts.mainIs('groin-screen', 'hip'), atLeast(2, ...items))
}

export function hipRotation(facts: Facts): Tri {
  return facts.says('hipSigns', 'rotation', 'socks', 'car')
}

/** Many places, spread over the body. */
export function widespread(facts: Facts): Tri {
  const areas = facts.answers.painAreas ?? []
  const sites = new Set(areas.map((area) => area.region.replace(/-(left|right)$/, '')))
  return all(facts.marked('elsewhere'), truth(sites.size >= 6))
}

export function neurogenic(facts: Facts): Tri {
  return any(facts.says('walkingPain', 'eases_sitting'), facts.says('relievers', 'leaning_forward'))
}

/** Sitting is intolerable, standing eases it, and nothing else provokes. */
export function sittingOnly(facts: Facts): Tri {
  const others = facts.says(
    'aggravators',
    'rising',
    'stairs',
    'car',
    'rolling',
    'one_leg',
    'lying_on_side',
    'standing',
    'walking',
  )
  return all(facts.says('sittingLimit', 'yes'), not(others))
}
