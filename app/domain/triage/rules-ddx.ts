import { cite } from './citations'
import type { DifferentialRule } from './rule'
import { hipPattern, inflammatoryBackPain, radicular, widespread } from './si-facts'
import { all, any, atLeast, mainIs, marked, maybeLasted, not, says } from './expr'

/** Other causes to look at, for the clinician. Only a sure pattern is listed; nothing here is a diagnosis. */
export const differentialRules: readonly DifferentialRule[] = [
  {
    id: 'DX-01',
    code: 'ddx:inflammatory_back_pain',
    because: '4 or more of the 5 ASAS items in pain of more than 3 months: rheumatology work-up first',
    asks: ['birthDate', 'painSince', 'onset', 'exerciseHelps', 'restHelps', 'nightPain', 'inflammatoryHistory'],
    evidence: [cite.asas],
    when: inflammatoryBackPain,
  },
  {
    id: 'DX-01-known',
    code: 'ddx:inflammatory_back_pain',
    because: 'Spondylitis was named by a doctor',
    asks: ['inflammatoryHistory'],
    evidence: [cite.spondyloarthritis],
    when: says('inflammatoryHistory', 'spondylitis'),
  },
  {
    id: 'DX-02',
    code: 'ddx:hip_joint',
    because: 'Groin or front of the hip hurts most, and 2 or more hip items',
    asks: ['mainArea', 'hipSigns'],
    evidence: [cite.hipPain],
    when: hipPattern,
  },
  {
    id: 'DX-03',
    code: 'ddx:lumbar_radiculopathy',
    because:
      'Below the knee, with a strip of numbness, a cough, weakness, or the leg worse than the back; or two of these above the knee',
    asks: ['belowKnee', 'painAreas', 'legFeatures', 'legWeakness'],
    evidence: [cite.ngs, cite.practice],
    when: radicular,
  },
  {
    id: 'DX-04',
    code: 'ddx:neurogenic_claudication',
    because: 'Walking or standing brings it on, and sitting, leaning forward or a bike eases it',
    asks: ['walkingPain', 'walkingLegs', 'relievers', 'aggravators', 'longStanding', 'birthDate'],
    evidence: [cite.practice],
    when: any(
      says('walkingPain', 'eases_sitting'),
      all(says('relievers', 'leaning_forward', 'cycling'), says('aggravators', 'walking', 'standing')),
    ),
  },
  {
    id: 'DX-05',
    code: 'ddx:vascular_claudication',
    because: 'Walking brings it on, and standing still eases it',
    asks: ['walkingPain', 'walkingLegs', 'vesselRisks', 'longStanding'],
    evidence: [cite.practice],
    when: says('walkingPain', 'eases_standing'),
  },
  {
    id: 'DX-06',
    code: 'ddx:facet',
    because: 'Worst above the belt line, and worse on bending back or twisting',
    asks: ['mainArea', 'aggravators'],
    evidence: [cite.practice],
    when: all(mainIs('paraspinal-above-l5', 'midline-above-l5'), says('aggravators', 'bending_back')),
  },
  {
    id: 'DX-07',
    code: 'ddx:discogenic',
    because: 'Middle of the back, worse on bending forward or long sitting, or it moves to the middle',
    asks: ['mainArea', 'aggravators', 'legFeatures'],
    evidence: [cite.laslett, cite.practice],
    when: all(
      mainIs('midline-above-l5', 'midline-below-l5'),
      any(says('aggravators', 'bending_forward', 'sitting'), says('legFeatures', 'moves_to_middle')),
    ),
  },
  {
    id: 'DX-08',
    code: 'ddx:deep_gluteal',
    because:
      'Middle buttock or sit bone; sitting less than 30 minutes, eased by standing, or a thigh that tingles in sitting',
    asks: ['mainArea', 'painAreas', 'sittingLimit', 'legFeatures'],
    evidence: [cite.practice],
    when: all(mainIs('deep-gluteal'), any(says('sittingLimit', 'yes'), says('legFeatures', 'thigh_tingles_sitting'))),
  },
  {
    id: 'DX-09',
    code: 'ddx:trochanteric',
    because: 'Outer hip, sore to touch or to lie on',
    asks: ['painAreas', 'hipSigns', 'aggravators'],
    evidence: [cite.practice],
    when: all(
      marked('trochanteric'),
      any(says('hipSigns', 'outer_lying'), all(mainIs('trochanteric'), says('aggravators', 'lying_on_side'))),
    ),
  },
  {
    id: 'DX-10',
    code: 'ddx:coccyx',
    because: 'The tailbone hurts most',
    asks: ['mainArea'],
    evidence: [cite.practice],
    when: mainIs('coccyx'),
  },
  {
    id: 'DX-11',
    code: 'ddx:hernia',
    because: 'A lump in the groin, or groin pain on coughing or lifting',
    asks: ['groinLump', 'hipSigns'],
    evidence: [cite.practice],
    when: any(says('groinLump', 'soft', 'stuck'), says('hipSigns', 'cough_groin')),
  },
  {
    id: 'DX-12',
    code: 'ddx:renal_urologic',
    because: 'Waves of pain from side to groin; burning, blood or frequency of urine; or signs of the prostate',
    asks: ['colic', 'urineSymptoms', 'prostateSigns'],
    evidence: [cite.practice],
    when: any(
      says('colic', 'yes'),
      says('urineSymptoms', 'yes'),
      says('prostateSigns', 'between_legs', 'climax', 'prostate'),
    ),
  },
  {
    id: 'DX-13',
    code: 'ddx:gynecologic',
    because: 'Pain with the period or with sex, discharge, bleeding, or a known cyst or fibroid',
    asks: ['pelvicSigns'],
    evidence: [cite.practice],
    when: says('pelvicSigns', 'cycle', 'sex', 'discharge', 'bleeding', 'mass'),
  },
  {
    id: 'DX-14',
    code: 'ddx:testicular',
    because: 'Testicular pain or swelling',
    asks: ['testicularPain'],
    evidence: [cite.torsion],
    when: says('testicularPain', 'sudden', 'slow', 'long_same'),
  },
  {
    id: 'DX-15',
    code: 'ddx:shingles',
    because: 'A new rash or blisters where it hurts',
    asks: ['painfulRash'],
    evidence: [cite.practice],
    when: says('painfulRash', 'yes'),
  },
  {
    id: 'DX-16',
    code: 'ddx:meralgia',
    because: 'Only the outer thigh is numb or burns',
    asks: ['legFeatures'],
    evidence: [cite.practice],
    when: all(says('legFeatures', 'outer_thigh_numb'), not(says('legWeakness', 'yes'))),
  },
  {
    id: 'DX-17',
    code: 'ddx:fibromyalgia/widespread',
    because: 'Many places, spread over the body',
    asks: ['painAreas', 'bodyWide'],
    evidence: [cite.practice],
    when: widespread,
  },
  {
    id: 'DX-18',
    code: 'ddx:inflammatory_back_pain',
    because: 'Two or more features of spondyloarthritis beside pain of more than 3 months',
    asks: ['inflammatoryHistory', 'painSince'],
    evidence: [cite.spondyloarthritis],
    when: all(
      maybeLasted('painSince', { months: 3 }),
      atLeast(
        2,
        ...(
          [
            'alternating_buttock',
            'morning_stiffness',
            'uveitis',
            'psoriasis',
            'bowel_disease',
            'swollen_finger_toe',
            'heel_pain',
            'family',
            'nsaid_response',
            'hla_b27',
          ] as const
        ).map((sign) => says('inflammatoryHistory', sign)),
      ),
    ),
  },
]

/** Open red flags that are themselves another cause, by the code of the flag. */
export const differentialOfFlag: { readonly [code: string]: string } = {
  'redflag:fracture': 'ddx:fracture',
  'redflag:malignancy': 'ddx:malignancy',
  'redflag:infection': 'ddx:infection',
}
