import { cite } from './citations'
import type { DifferentialRule } from './rule'
import { hipPattern, inflammatoryBackPain, radicular, widespread } from './si-facts'
import { all, any, atLeast, not } from './tri'

/** Other causes to look at, for the clinician. Only a sure pattern is listed; nothing here is a diagnosis. */
export const differentialRules: readonly DifferentialRule[] = [
  {
    id: 'DX-01',
    code: 'ddx:inflammatory_back_pain',
    because: '4 or more of the 5 ASAS items in pain of more than 3 months: rheumatology work-up first',
    asks: ['birthDate', 'painSince', 'onset', 'exerciseHelps', 'restHelps', 'nightPain', 'inflammatoryHistory'],
    evidence: [cite.asas],
    when: (facts) => inflammatoryBackPain(facts),
  },
  {
    id: 'DX-01-known',
    code: 'ddx:inflammatory_back_pain',
    because: 'Spondylitis was named by a doctor',
    asks: ['inflammatoryHistory'],
    evidence: [cite.spondyloarthritis],
    when: (facts) => facts.says('inflammatoryHistory', 'spondylitis'),
  },
  {
    id: 'DX-02',
    code: 'ddx:hip_joint',
    because: 'Groin or front of the hip hurts most, and 2 or more hip items',
    asks: ['mainArea', 'hipSigns'],
    evidence: [cite.hipPain],
    when: (facts) => hipPattern(facts),
  },
  {
    id: 'DX-03',
    code: 'ddx:lumbar_radiculopathy',
    because: 'Below the knee, with a strip of numbness, a cough, weakness, or the leg worse than the back',
    asks: ['belowKnee', 'painAreas', 'legFeatures', 'legWeakness'],
    evidence: [cite.ngs, cite.practice],
    when: (facts) => radicular(facts),
  },
  {
    id: 'DX-04',
    code: 'ddx:neurogenic_claudication',
    because: 'Walking brings it on, and sitting or leaning forward eases it',
    asks: ['walkingPain', 'relievers', 'longStanding'],
    evidence: [cite.practice],
    when: (facts) => facts.says('walkingPain', 'eases_sitting'),
  },
  {
    id: 'DX-05',
    code: 'ddx:vascular_claudication',
    because: 'Walking brings it on, and standing still eases it',
    asks: ['walkingPain', 'vesselRisks'],
    evidence: [cite.practice],
    when: (facts) => facts.says('walkingPain', 'eases_standing'),
  },
  {
    id: 'DX-06',
    code: 'ddx:facet',
    because: 'Worst above the belt line, and worse on bending back or twisting',
    asks: ['mainArea', 'aggravators'],
    evidence: [cite.practice],
    when: (facts) =>
      all(facts.mainIs('paraspinal-above-l5', 'midline-above-l5'), facts.says('aggravators', 'bending_back')),
  },
  {
    id: 'DX-07',
    code: 'ddx:discogenic',
    because: 'Middle of the back, worse on bending forward or long sitting, or it moves to the middle',
    asks: ['mainArea', 'aggravators', 'legFeatures'],
    evidence: [cite.laslett, cite.practice],
    when: (facts) =>
      all(
        facts.mainIs('midline-above-l5', 'midline-below-l5'),
        any(facts.says('aggravators', 'bending_forward', 'sitting'), facts.says('legFeatures', 'moves_to_middle')),
      ),
  },
  {
    id: 'DX-08',
    code: 'ddx:deep_gluteal',
    because: 'Middle buttock or sit bone, less than 30 minutes of sitting, standing eases it',
    asks: ['mainArea', 'painAreas', 'sittingLimit'],
    evidence: [cite.practice],
    when: (facts) => all(facts.mainIs('deep-gluteal'), facts.says('sittingLimit', 'yes')),
  },
  {
    id: 'DX-09',
    code: 'ddx:trochanteric',
    because: 'Outer hip, sore to touch or to lie on',
    asks: ['painAreas', 'hipSigns', 'aggravators'],
    evidence: [cite.practice],
    when: (facts) =>
      all(
        facts.marked('trochanteric'),
        any(
          facts.says('hipSigns', 'outer_lying'),
          all(facts.mainIs('trochanteric'), facts.says('aggravators', 'lying_on_side')),
        ),
      ),
  },
  {
    id: 'DX-10',
    code: 'ddx:coccyx',
    because: 'The tailbone hurts most',
    asks: ['mainArea'],
    evidence: [cite.practice],
    when: (facts) => facts.mainIs('coccyx'),
  },
  {
    id: 'DX-11',
    code: 'ddx:hernia',
    because: 'A lump in the groin, or groin pain on coughing or lifting',
    asks: ['groinLump', 'hipSigns'],
    evidence: [cite.practice],
    when: (facts) => any(facts.says('groinLump', 'soft', 'stuck'), facts.says('hipSigns', 'cough_groin')),
  },
  {
    id: 'DX-12',
    code: 'ddx:renal_urologic',
    because: 'Waves of pain from side to groin, or burning, blood or frequency of urine',
    asks: ['colic', 'urineSymptoms'],
    evidence: [cite.practice],
    when: (facts) => any(facts.says('colic', 'yes'), facts.says('urineSymptoms', 'yes')),
  },
  {
    id: 'DX-13',
    code: 'ddx:gynecologic',
    because: 'Pain with the period or with sex, discharge, bleeding, or a known cyst or fibroid',
    asks: ['pelvicSigns'],
    evidence: [cite.practice],
    when: (facts) => facts.says('pelvicSigns', 'cycle', 'sex', 'discharge', 'bleeding', 'mass'),
  },
  {
    id: 'DX-14',
    code: 'ddx:testicular',
    because: 'Testicular pain or swelling',
    asks: ['testicularPain'],
    evidence: [cite.torsion],
    when: (facts) => facts.says('testicularPain', 'sudden', 'slow'),
  },
  {
    id: 'DX-15',
    code: 'ddx:shingles',
    because: 'A new rash or blisters where it hurts',
    asks: ['painfulRash'],
    evidence: [cite.practice],
    when: (facts) => facts.says('painfulRash', 'yes'),
  },
  {
    id: 'DX-16',
    code: 'ddx:meralgia',
    because: 'Only the outer thigh is numb or burns',
    asks: ['legFeatures'],
    evidence: [cite.practice],
    when: (facts) => all(facts.says('legFeatures', 'outer_thigh_numb'), not(facts.says('legWeakness', 'yes'))),
  },
  {
    id: 'DX-17',
    code: 'ddx:fibromyalgia/widespread',
    because: 'Many places, spread over the body',
    asks: ['painAreas'],
    evidence: [cite.practice],
    when: (facts) => widespread(facts),
  },
  {
    id: 'DX-18',
    code: 'ddx:inflammatory_back_pain',
    because: 'Two or more features of spondyloarthritis beside the pain',
    asks: ['inflammatoryHistory'],
    evidence: [cite.spondyloarthritis],
    when: (facts) =>
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
          ] as const
        ).map((sign) => facts.says('inflammatoryHistory', sign)),
      ),
  },
]

/** Open red flags that are themselves another cause, by the code of the flag. */
export const differentialOfFlag: { readonly [code: string]: string } = {
  'redflag:fracture': 'ddx:fracture',
  'redflag:malignancy': 'ddx:malignancy',
  'redflag:infection': 'ddx:infection',
}
