import { cite } from './citations'
import type { BoundRule, Rule, ScoreRule } from './rule'
import { hipRotation, inflammatoryBackPain, neurogenic, oneSided, radicular, sittingOnly, widespread } from './si-facts'
import { all, any, not, truth } from './tri'

export type SiRules = {
  /** Open: the worst pain is at the dimple, or in the upper or middle buttock. Half open: the middle below the belt line. */
  readonly gate: Pick<Rule, 'id' | 'asks' | 'evidence'>
  readonly scores: readonly ScoreRule[]
  /** A group adds at most so many points. */
  readonly groupLimits: { readonly [group: string]: number }
  /** A sum that reaches the number has the tier; anything less is unlikely. */
  readonly thresholds: { readonly likely: number; readonly possible: number }
  readonly floor: BoundRule
  readonly cap: Omit<BoundRule, 'when' | 'asks'> & { readonly codes: readonly string[] }
}

const scores: readonly ScoreRule[] = [
  {
    id: 'SI-01',
    points: 2,
    because: 'One finger to the dimple or just below, twice',
    asks: ['oneFingerTwice'],
    evidence: [cite.fortin],
    when: (facts) => facts.says('oneFingerTwice', 'dimple'),
  },
  {
    id: 'SI-02',
    points: 1,
    because: 'One side only',
    asks: ['painAreas', 'painSide'],
    evidence: [cite.young, cite.fusion],
    when: (facts) => oneSided(facts),
  },
  {
    id: 'SI-03',
    points: 1,
    because: 'Spreads to the buttock',
    asks: ['painAreas'],
    evidence: [cite.slipman],
    when: (facts) => facts.marked('buttock'),
  },
  {
    id: 'SI-04',
    points: 1,
    because: 'Back of the thigh or groin together with the buttock, none below the knee',
    asks: ['painAreas', 'belowKnee'],
    evidence: [cite.slipman, cite.kurosawa],
    when: (facts) =>
      all(
        facts.marked('referral-thigh', 'groin-screen'),
        facts.marked('buttock', 'si-gate'),
        not(facts.marked('below-knee')),
        facts.says('belowKnee', 'no'),
      ),
  },
  ...(
    [
      ['rising', 'Worse on rising from a chair'],
      ['stairs', 'Worse on stairs'],
      ['car', 'Worse getting in or out of a car'],
      ['rolling', 'Worse on rolling over in bed'],
      ['one_leg', 'Worse standing on one leg'],
      ['lying_on_side', 'Worse lying on that side'],
    ] as const
  ).map(([value, because], index): ScoreRule => ({
    id: `SI-05-${index + 1}`,
    points: 1,
    group: 'aggravators',
    because,
    asks: ['aggravators'],
    evidence: [cite.young, cite.clinicRule],
    when: (facts) => facts.says('aggravators', value),
  })),
  {
    id: 'SI-06-trauma',
    points: 1,
    group: 'risks',
    because: 'A fall, crash or blow before the pain',
    asks: ['trauma', 'onset', 'buttockFall'],
    evidence: [cite.guideline2025, cite.clinicRule],
    when: (facts) =>
      any(
        facts.says('trauma', 'major', 'minor'),
        facts.says('onset', 'injury'),
        facts.says('buttockFall', 'left', 'right', 'both'),
      ),
  },
  {
    id: 'SI-06-fusion',
    points: 1,
    group: 'risks',
    because: 'Lumbar fusion before',
    asks: ['spineSurgery'],
    evidence: [cite.fusion],
    when: (facts) => facts.says('spineSurgery', 'fusion'),
  },
  {
    id: 'SI-06-birth',
    points: 1,
    group: 'risks',
    because: 'Pregnant, or gave birth in the last 12 months',
    asks: ['siRisks', 'pregnancy', 'recentEvents'],
    evidence: [cite.guideline2025, cite.clinicRule],
    when: (facts) =>
      any(
        facts.says('siRisks', 'birth_12_months'),
        facts.says('pregnancy', 'yes'),
        facts.says('recentEvents', 'childbirth_3_months'),
      ),
  },
  {
    id: 'SI-06-legs',
    points: 1,
    group: 'risks',
    because: 'One leg longer than the other',
    asks: ['siRisks'],
    evidence: [cite.clinicRule],
    when: (facts) => facts.says('siRisks', 'leg_length'),
  },
  {
    id: 'SI-06-loose',
    points: 1,
    group: 'risks',
    because: 'Very loose joints',
    asks: ['siRisks'],
    evidence: [cite.clinicRule],
    when: (facts) => facts.says('siRisks', 'hypermobile'),
  },
  {
    id: 'SI-07',
    points: 2,
    because: 'Three quarters or more of the pain gone after an image-guided SI joint injection on this side',
    asks: ['priorSiInjection', 'siInjectionGuided', 'siInjectionRelief', 'siInjectionSide', 'painSide'],
    evidence: [cite.guideline2025, cite.ngs],
    when: (facts) =>
      all(
        facts.says('priorSiInjection', 'yes'),
        facts.says('siInjectionGuided', 'yes'),
        facts.says('siInjectionRelief', 'three_quarters_or_more'),
        truth(
          facts.answers.siInjectionSide === 'both' ||
            (facts.answers.siInjectionSide !== undefined && facts.answers.siInjectionSide === facts.answers.painSide),
        ),
      ),
  },
  {
    id: 'SI-08',
    points: 1,
    because: 'Pain different from the pain before the fusion',
    asks: ['spineSurgery', 'differentAfterFusion'],
    evidence: [cite.fusion],
    when: (facts) => all(facts.says('spineSurgery', 'fusion'), facts.says('differentAfterFusion', 'yes')),
  },
  {
    id: 'SI-11',
    points: -2,
    because: 'The low back above the belt line hurts as much',
    asks: ['midlinePain'],
    evidence: [cite.young, cite.dreyfuss],
    when: (facts) => facts.says('midlinePain', 'same', 'most'),
  },
  {
    id: 'SI-12',
    points: -3,
    because: 'Below the knee with a nerve pattern, or sent down the leg by a cough',
    asks: ['belowKnee', 'painAreas', 'legFeatures'],
    evidence: [cite.guideline2025, cite.clinicRule],
    when: (facts) => any(radicular(facts), facts.says('legFeatures', 'cough_leg')),
  },
  {
    id: 'SI-13',
    points: -3,
    because: 'Groin pain when the hip turns',
    asks: ['hipSigns'],
    evidence: [cite.hipPain],
    when: (facts) => hipRotation(facts),
  },
  {
    id: 'SI-14',
    points: -2,
    because: 'Eased by leaning forward or by sitting after a walk',
    asks: ['walkingPain', 'relievers'],
    evidence: [cite.practice],
    when: (facts) => neurogenic(facts),
  },
  {
    id: 'SI-15',
    points: -2,
    because: 'Only sitting is hard, and standing up eases it',
    asks: ['sittingLimit', 'aggravators'],
    evidence: [cite.practice],
    when: (facts) => sittingOnly(facts),
  },
  {
    id: 'SI-16',
    points: -2,
    because: 'Pain at rest, or pain that movement does not change',
    asks: ['painUnchangedByMovement', 'bodySigns'],
    evidence: [cite.clinicRule],
    when: (facts) => any(facts.says('painUnchangedByMovement', 'yes'), facts.says('bodySigns', 'rest_pain')),
  },
  {
    id: 'SI-17',
    points: -2,
    because: 'Moves to the middle of the back with repeated bending',
    asks: ['legFeatures'],
    evidence: [cite.laslett],
    when: (facts) => facts.says('legFeatures', 'moves_to_middle'),
  },
  {
    id: 'SI-18',
    points: -1,
    because: 'Many places, spread over the body',
    asks: ['painAreas'],
    evidence: [cite.clinicRule],
    when: (facts) => widespread(facts),
  },
]

/** Disease of the SI joint itself: at least possible, whatever the score. */
const floor: BoundRule = {
  id: 'SI-R-IBP',
  to: 'possible',
  because: 'Inflammatory back pain is disease of the SI joint itself: at least possible',
  asks: ['birthDate', 'painSince', 'onset', 'exerciseHelps', 'restHelps', 'nightPain'],
  evidence: [cite.asas],
  when: (facts) => inflammatoryBackPain(facts),
}

/** While one of these flags is open the pattern is at most possible. */
const cap: SiRules['cap'] = {
  id: 'SI-R-CAP',
  to: 'possible',
  codes: ['redflag:infection', 'redflag:fracture', 'redflag:malignancy'],
  because: 'An infection, fracture or malignancy flag is open: at most possible',
  evidence: [cite.clinicRule],
}

/** Weights are a proposal, not published: the clinic's medical director approves them, then they stand still. */
export const siRules: SiRules = {
  gate: { id: 'SI-G1', asks: ['mainArea'], evidence: [cite.guideline2025, cite.clinicRule] },
  scores,
  groupLimits: { aggravators: 3, risks: 2 },
  thresholds: { likely: 6, possible: 3 },
  floor,
  cap,
}
