import {
  all,
  any,
  computed,
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
import { neurogenic, radiculopathy } from './si-facts'
import { feverNow } from './urgent-facts'

/** Conditions that several plans' policies share, and the gaps they name alike. */

export const threeMonths = named('pain for 3 months or more', lasted('painSince', { months: 3 }))

export const overTheJoint = named(
  'the worst pain lies over the SI joint, between the belt line and the fold of the buttock',
  any(mainIs('si-gate', 'buttock'), all(mainIs('midline-below-l5'), unknown)),
)

/** Pain that comes and goes can be low this week: 6 or more on its bad days leaves the answer open. */
export const moderatePain = named(
  'average pain 4 or more; open with 6 or more on the bad days of a usual month',
  any(number('painAverage', '>=', 4), all(numberGiven('painBadDays', '>=', 6), unknown)),
)

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
  any(radiculopathy, neurogenic, feverNow, says('cancerHistory', 'yes')),
)

export const hadInjection = given('priorSiInjection', 'yes')
/** Relief for months or weeks is asked of a treatment that is repeated, not of a test injection. */
const onlyTests = named('only test injections so far', all(hadInjection, computed('only-test-injections')))
export const hadTreatment = all(hadInjection, not(onlyTests))
/** The line of a repeat is shown while the answers do not surely say that all were tests, and then left open. */
export const maybeTreatment = all(hadInjection, not(surely(onlyTests)))
export const perhapsTests = all(onlyTests, unknown)
/** Without a date the last injection counts as recent enough to belong to the same episode. */
export const sameEpisode = all(hadInjection, not(ifDated(lasted('siInjectionDate', { months: 24 }))))

export const fourSessions = named(
  '4 or more days with an SI joint treatment in 12 months',
  all(
    says('priorSiInjection', 'yes'),
    computed('four-treatments-this-year'),
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

/** Without any test injection a treatment had no positive test before it, as far as the answers show: nobody knows. */
const testedBefore = any(not(numberGiven('siInjectionTests', '=', 0)), unknown)

const lastedThreeMonths = any(
  says('siInjectionLasted', 'three_months_or_more'),
  all(says('siInjectionLasted', 'too_early'), unknown),
)

/** How long someone could do more is not asked. It is never more than unknown, and without three months of relief only where half of the pain never went. */
const functionForThreeMonths = all(
  given('siInjectionFunction', 'yes'),
  any(lastedThreeMonths, all(says('siInjectionRelief', 'under_half'), says('siInjectionLasted', 'no_relief'))),
  unknown,
)

export const halfForThreeMonths = named(
  'at least half the pain gone, or more function, for 3 months or more',
  all(
    testedBefore,
    any(
      all(says('siInjectionRelief', 'half_or_more', 'three_quarters_or_more'), lastedThreeMonths),
      functionForThreeMonths,
    ),
  ),
)

export const positiveTest = named(
  'three quarters or more of the pain gone after a test injection',
  any(all(onlyTests, says('siInjectionRelief', 'three_quarters_or_more')), all(not(onlyTests), unknown)),
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
      'A nerve pattern in the leg',
      ['belowKnee', 'painAreas', 'legFeatures', 'legWeakness'],
      radiculopathy,
    ),
    gap(
      'PY-09',
      'payer:session_cap_reached',
      '4 or more SI joint treatment days in 12 months, or 2 test injections used',
      ['siInjectionsThisYear', 'siInjectionsEver', 'siInjectionDate', 'siInjectionTests', 'siInjectionRelief'],
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
