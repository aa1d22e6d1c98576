import {
  ageAtOnset,
  all,
  any,
  atLeast,
  computed,
  mainIs,
  marked,
  maybeLasted,
  named,
  not,
  says,
  sites,
  unknown,
} from './expr'

/** Conditions that rules of the SI pattern, of other causes and of payers share. */

export const oneSided = named(
  'pain on one side only, by the places marked and by the word',
  computed('pain-on-one-side'),
)

export const inflammatoryBackPain = named(
  '4 or more of the 5 ASAS items, in pain of more than 3 months',
  all(
    maybeLasted('painSince', { months: 3 }),
    atLeast(
      4,
      ageAtOnset('<', 40),
      says('onset', 'slowly'),
      says('exerciseHelps', 'yes'),
      says('restHelps', 'no'),
      says('nightPain', 'yes'),
    ),
  ),
)

const belowTheKnee = named('pain below the knee', any(says('belowKnee', 'yes'), marked('below-knee')))

/** The signs of a nerve root (clinical basis 3.2): one below the knee, or two above it. */
export const radicular = named(
  'below the knee with at least one sign of a nerve, or two signs of a nerve in the thigh',
  any(
    all(belowTheKnee, any(says('legFeatures', 'leg_worse', 'numb_strip', 'cough_leg'), says('legWeakness', 'yes'))),
    atLeast(2, says('legFeatures', 'leg_worse'), says('legFeatures', 'numb_strip'), says('legFeatures', 'cough_leg')),
  ),
)

/** What speaks against the SI joint (clinical basis 10.4): a strip below the knee, or a cough that sends pain down the leg. */
export const dermatomalOrCough = named(
  'a strip of numbness with pain below the knee, or a cough that sends pain down the leg',
  any(all(belowTheKnee, says('legFeatures', 'numb_strip')), says('legFeatures', 'cough_leg')),
)

/** What a plan calls radiculopathy: sure with a strip, a cough or weakness; a leg that hurts more is no proof by itself. */
export const radiculopathy = named(
  'a nerve pattern: numbness, a cough or weakness with pain below the knee, or numbness and a cough',
  any(
    all(belowTheKnee, any(says('legFeatures', 'numb_strip', 'cough_leg'), says('legWeakness', 'yes'))),
    all(says('legFeatures', 'numb_strip'), says('legFeatures', 'cough_leg')),
    all(radicular, unknown),
  ),
)

export const hipPattern = named(
  'the groin or the front of the hip hurts most, and 2 or more hip items',
  all(
    mainIs('groin-screen', 'hip'),
    atLeast(
      2,
      says('hipSigns', 'c_sign'),
      says('hipSigns', 'socks'),
      says('hipSigns', 'rotation'),
      says('hipSigns', 'car'),
      says('hipSigns', 'clicking'),
      says('hipSigns', 'to_knee'),
    ),
  ),
)

export const hipRotation = named('groin pain when the leg turns in or out', says('hipSigns', 'rotation'))

export const widespread = named(
  'many places, spread over the body, on the map or in words',
  any(all(marked('elsewhere'), sites('>=', 6)), says('bodyWide', 'yes')),
)

export const neurogenic = named(
  'walking or standing brings it on; sitting, leaning forward or a bike eases it',
  any(
    says('walkingPain', 'eases_sitting'),
    says('relievers', 'leaning_forward'),
    all(says('relievers', 'cycling'), says('aggravators', 'walking', 'standing')),
  ),
)

export const sittingOnly = named(
  'sitting is hard, standing up eases it, and nothing else makes it worse',
  all(
    says('sittingLimit', 'yes'),
    not(
      says(
        'aggravators',
        'rising',
        'stairs',
        'car',
        'rolling',
        'one_leg',
        'long_strides',
        'lifting',
        'lying_on_side',
        'standing',
        'walking',
      ),
    ),
  ),
)

export const walkingOnly = named(
  'only walking brings it on, and standing still ends it',
  all(
    says('walkingPain', 'eases_standing'),
    not(
      says(
        'aggravators',
        'rising',
        'stairs',
        'car',
        'rolling',
        'one_leg',
        'lifting',
        'lying_on_side',
        'sitting',
        'standing',
        'bending_forward',
        'bending_back',
      ),
    ),
  ),
)
