import {
  ageIs,
  all,
  any,
  atLeast,
  computed,
  daysSinceLastProcedure,
  type Expr,
  given,
  ifDated,
  mainIs,
  maybeWithin,
  named,
  not,
  number,
  numberGiven,
  only,
  says,
  surelyWithin,
  within,
} from './expr'

/** Conditions that several urgency rules share. */

export const feverNow = named(
  'fever of 100.4 °F (38 °C) or more, or shaking chills, in the last 7 days or since an injection',
  any(
    says('fever', 'yes'),
    says('afterProcedure', 'fever'),
    all(says('fever', 'earlier', 'earlier_virus'), ifDated(surelyWithin('feverSince', { days: 7 }))),
  ),
)

export const feverEarlier = named(
  'fever or shaking chills in the last 6 weeks',
  says('fever', 'earlier', 'earlier_virus'),
)

export const painIsNew = named(
  'pain new or clearly worse within 6 weeks, in words or by the date',
  any(says('painNewOrWorse', 'yes'), surelyWithin('painSince', { days: 42 })),
)

export const painIsSubacute = named(
  'pain new or clearly worse, or not older than 3 months',
  any(painIsNew, maybeWithin('painSince', { days: 92 })),
)

/** The stronger of now and the worst of the week reaches this number. */
export function painReaches(strength: number): Expr {
  return named(
    `pain now, or at its worst this week, ${strength} or more`,
    any(number('painNow', '>=', strength), number('painWorst', '>=', strength)),
  )
}

export const painUncontrolled = named(
  'pain that nothing controls',
  any(
    number('painNow', '>=', 9),
    all(any(number('painNow', '>=', 7), number('painWorst', '>=', 9)), says('relievers', 'none')),
  ),
)

export const cannotWalk = named(
  'cannot stand and walk, not for years',
  says('canWalk', 'no_under_3_days', 'no_under_6_weeks', 'no_over_6_weeks'),
)

export const stoppedWalking = named(
  'stopped walking within 6 weeks',
  says('canWalk', 'no_under_3_days', 'no_under_6_weeks'),
)

export const injectedDrugs = named('injected drugs, ever', says('infectionRisks', 'iv_drugs'))

export const diabetesOutOfControl = named(
  'diabetes out of control',
  all(
    says('diabetes', 'yes'),
    any(
      numberGiven('a1c', '>=', 8),
      given('diabetesSigns', 'over_250', 'swings', 'ketoacidosis'),
      says('glucoseHigh', 'yes_ill', 'yes_well'),
    ),
  ),
)

export const immuneWeak = named(
  'weak immune system',
  any(
    says(
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
    given('boneRisks', 'long_steroids'),
    all(computed('asked-before-1.1.0'), says('boneRisks', 'long_steroids')),
    diabetesOutOfControl,
  ),
)

export const recentProcedure = named(
  'injection or operation in the last 3 months',
  any(
    says('recentEvents', 'injection_30_days', 'injection_3_months', 'surgery_3_months'),
    daysSinceLastProcedure('<=', 92),
    ifDated(within('siInjectionDate', { days: 92 })),
    ifDated(within('surgeryDate', { days: 92 })),
  ),
)

export const justAfterProcedure = named(
  'injection or operation in the last 30 days',
  any(
    says('recentEvents', 'injection_30_days'),
    daysSinceLastProcedure('<=', 30),
    ifDated(within('siInjectionDate', { days: 30 })),
    ifDated(within('surgeryDate', { days: 30 })),
  ),
)

export const expectedSorenessDays = daysSinceLastProcedure('<=', 7)

export const recentBirth = named('gave birth in the last 3 months', says('recentEvents', 'childbirth_3_months'))

export const pregnant = named('pregnant or possibly pregnant', says('pregnancy', 'yes', 'might_be'))

export const child = named('a child', ageIs('<', 18))

export const nerveDeficit = named(
  'a sign that nerves fail',
  any(
    says('saddleNumbness', 'yes'),
    says('bladderTrouble', 'yes', 'yes_known_cause', 'leak_after_birth'),
    says('bowelTrouble', 'yes'),
    says('bothLegs', 'yes'),
    says('legWeakness', 'yes'),
    says('afterProcedure', 'both_legs', 'weakness_growing', 'bladder_bowel', 'one_leg_over_8_hours'),
  ),
)

const traumaIsRecent = any(
  says('traumaWhen', 'under_6_weeks', '6_weeks_to_3_months', 'not_sure'),
  ifDated(surelyWithin('traumaDate', { days: 92 })),
)

export const recentTrauma = named(
  'a fall, crash or blow of any size in the last 3 months, or at a time nobody is sure of',
  all(says('trauma', 'major', 'minor'), traumaIsRecent),
)

export const recentHardTrauma = named(
  'a hard fall, crash or blow in the last 3 months',
  all(
    says('trauma', 'major'),
    any(not(says('traumaWhen', 'over_3_months')), ifDated(surelyWithin('traumaDate', { days: 92 }))),
  ),
)

export const weakBones = named(
  'weak bones or long steroid use',
  any(
    says(
      'boneRisks',
      'osteoporosis',
      'broken_bone',
      'long_steroids',
      'pelvic_radiation',
      'eating_disorder',
      'periods_stopped',
      'hard_training',
    ),
    says('infectionRisks', 'steroid_pills'),
  ),
)

const cancerSigns = [
  says('bodySigns', 'weight_loss'),
  says('bodySigns', 'rest_pain'),
  says('bodySigns', 'growing_pain'),
  says('bodySigns', 'bone_pains'),
]

export const cancerSuspected = named(
  'cancer before, or several signs of cancer',
  any(
    says('cancerHistory', 'yes'),
    atLeast(2, ...cancerSigns, says('bodySigns', 'tired_anemia')),
    all(ageIs('>', 50), any(...cancerSigns)),
    all(ageIs('>', 50), says('bodySigns', 'tired_anemia'), painIsSubacute),
  ),
)

/** A leak on strain after a birth is common and harmless while it is felt and stays the same. */
export const steadyLeakSinceBirth = named(
  'nothing but a leak on a cough or laugh since a birth in the last 12 months: felt, unchanged, every other sign no',
  all(
    not(computed('asked-before-1.1.0')),
    only('longStanding', 'urine_leak'),
    given('siRisks', 'birth_12_months'),
    says('longStandingSince', '3_to_12_months'),
    says('longStandingChanged', 'no'),
    says('saddleNumbness', 'no'),
    says('bladderTrouble', 'no'),
    says('bowelTrouble', 'no'),
    says('sexualChange', 'no'),
    says('bothLegs', 'no'),
    says('legWeakness', 'no'),
  ),
)

export const suddenInYoungMan = named(
  'a boy or man of 10 to 25, and sudden new pain in the groin, the front of the hip, the lower belly or the genitals',
  all(
    says('sexAtBirth', 'male', 'other'),
    ageIs('>=', 10),
    ageIs('<=', 25),
    mainIs('groin-screen', 'genital', 'hip', 'belly-lower'),
    says('onset', 'suddenly'),
    painIsNew,
  ),
)
