import {
  all,
  any,
  type Expr,
  given,
  ifDated,
  lasted,
  mainIs,
  maybeLasted,
  named,
  not,
  number,
  numberGiven,
  says,
  surely,
  unknown,
} from './expr'
import { cite } from './citations'
import type { PayerPolicy } from './policy'
import { neurogenic, radicular } from './si-facts'
import { feverNow } from './urgent-facts'

/** Conditions that several plans' policies share, and the gaps they name alike. */

export const threeMonths = named('pain for 3 months or more', lasted('painSince', { months: 3 }))

export const overTheJoint = named(
  'the worst pain lies over the SI joint, between the belt line and the fold of the buttock',
  any(mainIs('si-gate', 'buttock'), all(mainIs('midline-below-l5'), unknown)),
)

export const moderatePain = named('average pain 4 or more', number('painAverage', '>=', 4))

const fourWeeksActive = named(
  '4 weeks or more of active care',
  any(
    number('physicalTherapyWeeks', '>=', 4),
    number('homeExerciseWeeks', '>=', 4),
    number('manipulationWeeks', '>=', 4),
    number('behavioralWeeks', '>=', 4),
    all(given('treatments', 'not_sure'), unknown),
  ),
)

/** Medicine alone does not count; without any medicine recorded the whole stays unknown. */
export const medicineToo = any(says('treatments', 'pain_medicine', 'opioid'), unknown)
export const fourWeeksCare = named(
  '4 weeks of conservative care: medicine and active care',
  all(fourWeeksActive, medicineToo),
)

export const otherCause = named(
  'answers that point to another cause',
  any(radicular, neurogenic, feverNow, says('cancerHistory', 'yes')),
)

export const hadInjection = given('priorSiInjection', 'yes')
/** Without a date the last injection counts as recent enough to belong to the same episode. */
export const sameEpisode = all(hadInjection, not(ifDated(lasted('siInjectionDate', { months: 24 }))))

export const fourSessions = named(
  '4 or more days with an SI joint injection in 12 months',
  all(
    says('priorSiInjection', 'yes'),
    number('siInjectionsThisYear', '>=', 4),
    not(ifDated(lasted('siInjectionDate', { months: 12 }))),
  ),
)

/** A third test is not paid: two that did not show three quarters of relief are the answer. */
export const twoTests = named(
  '2 test injections without three quarters of relief',
  all(
    says('priorSiInjection', 'yes'),
    numberGiven('siInjectionTests', '>=', 2),
    not(says('siInjectionRelief', 'three_quarters_or_more')),
  ),
)

/** "Still good, but too early": as long as the last injection is ago. */
const stillGoodFor = (length: { days: number } | { months: number }) =>
  all(says('siInjectionLasted', 'too_early'), any(ifDated(maybeLasted('siInjectionDate', length)), unknown))

export const halfForThreeMonths = named(
  'at least half the pain gone for 3 months or more',
  all(
    says('siInjectionRelief', 'half_or_more', 'three_quarters_or_more'),
    any(says('siInjectionLasted', 'three_months_or_more'), all(says('siInjectionLasted', 'too_early'), unknown)),
  ),
)

export const threeQuartersForTwoWeeks = named(
  'at least three quarters of the pain gone for 2 weeks or more',
  all(
    says('siInjectionRelief', 'three_quarters_or_more'),
    any(says('siInjectionLasted', 'weeks', 'three_months_or_more'), stillGoodFor({ days: 14 })),
  ),
)

export const twoMonthsApart = named(
  '2 months or more since the last SI joint injection',
  lasted('siInjectionDate', { months: 2 }),
)

type Gap = PayerPolicy['gaps'][number]

function gap(id: string, code: string, because: string, asks: Gap['asks'], when: Expr): Gap {
  return { id, code, because, asks, when: surely(when), resolver: 'scheduler', evidence: [cite.ngs] }
}

/** The gaps of the public vocabulary, for every policy. What a repeat needs differs from plan to plan. */
export function gapsWith(repeat: { readonly applies: Expr; readonly enough: Expr; readonly because: string }): Gap[] {
  return [
    gap('PY-03', 'payer:duration_lt_3_months', 'Pain for less than 3 months', ['painSince'], not(threeMonths)),
    gap(
      'PY-07',
      'payer:conservative_care_lt_4_weeks',
      'Less than 4 weeks of active care such as physical therapy or home exercise',
      [
        'treatments',
        'physicalTherapyWeeks',
        'homeExerciseWeeks',
        'manipulationWeeks',
        'behavioralWeeks',
        'painMedicineWeeks',
      ],
      not(fourWeeksCare),
    ),
    gap('PY-02', 'payer:pain_below_moderate', 'Average pain below 4 of 10', ['painAverage'], not(moderatePain)),
    gap(
      'PY-04',
      'payer:radiculopathy_present',
      'A nerve pattern below the knee',
      ['belowKnee', 'painAreas', 'legFeatures'],
      radicular,
    ),
    gap(
      'PY-09',
      'payer:session_cap_reached',
      '4 or more SI joint injection days in 12 months, or 2 test injections used',
      ['siInjectionsThisYear', 'siInjectionDate', 'siInjectionTests', 'siInjectionRelief'],
      any(fourSessions, twoTests),
    ),
    gap(
      'PY-10',
      'payer:relief_duration_not_met',
      repeat.because,
      ['siInjectionRelief', 'siInjectionLasted', 'siInjectionDate', 'siInjectionFunction'],
      all(repeat.applies, not(repeat.enough)),
    ),
  ]
}
