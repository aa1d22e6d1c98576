import type { Facts } from './facts'
import { all, any, atLeast, not, type Tri, truth } from './tri'

const daysOf = { newPain: 42, afterProcedure: 30, subacute: 92, expectedSoreness: 7 }

/** Fever of 100.4 F (38 C) or more, or rigors, in the last 7 days or since an injection. */
export function feverNow(facts: Facts): Tri {
  return any(facts.says('fever', 'yes'), facts.says('afterProcedure', 'fever'))
}

/** New or clearly worse within 6 weeks, in words or by the date. */
export function painIsNew(facts: Facts): Tri {
  const { painDays } = facts
  return any(facts.says('painNewOrWorse', 'yes'), truth(painDays !== undefined && painDays.most <= daysOf.newPain))
}

/** New or clearly worse, or not older than 3 months. */
export function painIsSubacute(facts: Facts): Tri {
  const { painDays } = facts
  return any(painIsNew(facts), truth(painDays !== undefined && painDays.least <= daysOf.subacute))
}

/** The stronger of now and the worst of the week reaches this number. */
export function painReaches(facts: Facts, number: number): Tri {
  return any(
    facts.number('painNow', (value) => value >= number),
    facts.number('painWorst', (value) => value >= number),
  )
}

export function painUncontrolled(facts: Facts): Tri {
  return any(
    facts.number('painNow', (value) => value >= 9),
    all(
      facts.number('painNow', (value) => value >= 7),
      facts.says('relievers', 'none'),
    ),
  )
}

export function cannotWalk(facts: Facts): Tri {
  return facts.says('canWalk', 'no_under_3_days', 'no_under_6_weeks', 'no_over_6_weeks')
}

export function stoppedWalking(facts: Facts): Tri {
  return facts.says('canWalk', 'no_under_3_days', 'no_under_6_weeks')
}

export function injectedDrugs(facts: Facts): Tri {
  return facts.says('infectionRisks', 'iv_drugs')
}

export function diabetesOutOfControl(facts: Facts): Tri {
  return all(
    facts.says('diabetes', 'yes'),
    any(
      truth((facts.answers.a1c ?? 0) >= 8),
      truth((facts.answers.diabetesSigns ?? []).some((sign) => ['over_250', 'swings', 'ketoacidosis'].includes(sign))),
      facts.says('glucoseHigh', 'yes_ill', 'yes_well'),
    ),
  )
}

export function immuneWeak(facts: Facts): Tri {
  return any(
    facts.says(
      'infectionRisks',
      'steroid_pills',
      'immune_medicine',
      'chemo',
      'transplant',
      'hiv',
      'dialysis',
      'cirrhosis',
      'tuberculosis',
      'other',
    ),
    facts.says('boneRisks', 'long_steroids'),
    diabetesOutOfControl(facts),
  )
}

export function recentProcedure(facts: Facts): Tri {
  return any(
    facts.says('recentEvents', 'injection_30_days', 'injection_3_months', 'surgery_3_months'),
    truth(facts.daysSinceProcedure !== undefined && facts.daysSinceProcedure <= daysOf.subacute),
  )
}

/** 30 days or less since an injection or operation. */
export function justAfterProcedure(facts: Facts): Tri {
  return any(
    facts.says('recentEvents', 'injection_30_days'),
    truth(facts.daysSinceProcedure !== undefined && facts.daysSinceProcedure <= daysOf.afterProcedure),
  )
}

export function expectedSorenessDays(facts: Facts): Tri {
  return truth(facts.daysSinceProcedure !== undefined && facts.daysSinceProcedure <= daysOf.expectedSoreness)
}

export function recentBirth(facts: Facts): Tri {
  return facts.says('recentEvents', 'childbirth_3_months')
}

export function pregnant(facts: Facts): Tri {
  return facts.says('pregnancy', 'yes', 'might_be')
}

export function child(facts: Facts): Tri {
  return facts.ageIs((years) => years < 18)
}

/** Any sign that nerves fail: numb saddle, bladder, bowel, both legs, a weak leg. */
export function nerveDeficit(facts: Facts): Tri {
  return any(
    facts.says('saddleNumbness', 'yes'),
    facts.says('bladderTrouble', 'yes', 'yes_known_cause'),
    facts.says('bowelTrouble', 'yes'),
    facts.says('bothLegs', 'yes'),
    facts.says('legWeakness', 'yes'),
    facts.says('afterProcedure', 'both_legs', 'weakness_growing', 'bladder_bowel', 'one_leg_over_8_hours'),
  )
}

/** Trauma of any size in the last 3 months, or at a time nobody is sure of. */
export function recentTrauma(facts: Facts): Tri {
  return all(facts.says('trauma', 'major', 'minor'), not(facts.says('traumaWhen', 'over_3_months')))
}

export function weakBones(facts: Facts): Tri {
  return any(
    facts.says(
      'boneRisks',
      'osteoporosis',
      'broken_bone',
      'long_steroids',
      'pelvic_radiation',
      'eating_disorder',
      'hard_training',
    ),
    facts.says('infectionRisks', 'steroid_pills'),
  )
}

export function cancerSuspected(facts: Facts): Tri {
  const signs = [
    facts.says('bodySigns', 'weight_loss'),
    facts.says('bodySigns', 'rest_pain'),
    facts.says('bodySigns', 'growing_pain'),
    facts.says('bodySigns', 'bone_pains'),
  ]
  const over50 = facts.ageIs((years) => years > 50)
  const tired = facts.says('bodySigns', 'tired_anemia')
  return any(facts.says('cancerHistory', 'yes'), atLeast(2, ...signs, tired), all(over50, any(...signs)))
}
