import { cite } from './citations'
import type { BoundRule, Rule, ScoreRule } from './rule'
import {
  dermatomalOrCough,
  hipRotation,
  inflammatoryBackPain,
  neurogenic,
  oneSided,
  sittingOnly,
  walkingOnly,
  widespread,
} from './si-facts'
import { type ExamRules, examRules } from './rules-exam'
import { all, any, computed, type Expr, mainIs, marked, not, says } from './expr'

export type SiRules = {
  /** Open: the score decides. Ajar: at most possible. Neither: unlikely. */
  readonly gate: Pick<Rule, 'id' | 'asks' | 'evidence'> & {
    readonly open: Expr
    readonly ajar: Expr
    readonly words: { readonly open: string; readonly ajar: string; readonly closed: string }
  }
  readonly scores: readonly ScoreRule[]
  /** A group adds at most so many points. */
  readonly groupLimits: { readonly [group: string]: number }
  /** A sum that reaches the number has the tier; anything less is unlikely. */
  readonly thresholds: { readonly likely: number; readonly possible: number }
  readonly floor: BoundRule
  /** What a clinician's findings change; a set of rules without it reads answers only. */
  readonly exam?: ExamRules
  readonly cap: Omit<BoundRule, 'when' | 'asks'> & { readonly codes: readonly string[] }
}

const scores: readonly ScoreRule[] = [
  {
    id: 'SI-01',
    points: 2,
    because: 'One finger to the dimple or just below, twice',
    asks: ['oneFingerTwice'],
    evidence: [cite.fortin],
    when: says('oneFingerTwice', 'dimple'),
  },
  {
    id: 'SI-02',
    points: 1,
    because: 'One side only',
    asks: ['painAreas', 'painSide'],
    evidence: [cite.young, cite.fusion],
    when: oneSided,
  },
  {
    id: 'SI-03',
    points: 1,
    because: 'Spreads to the buttock',
    asks: ['painAreas'],
    evidence: [cite.slipman],
    when: marked('buttock'),
  },
  {
    id: 'SI-04',
    points: 1,
    because: 'Back of the thigh or groin together with the buttock, none below the knee',
    asks: ['painAreas', 'belowKnee'],
    evidence: [cite.slipman, cite.kurosawa],
    when: all(
      marked('referral-thigh', 'groin-screen'),
      marked('buttock'),
      not(marked('below-knee')),
      says('belowKnee', 'no'),
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
    when: says('aggravators', value),
  })),
  {
    id: 'SI-06-trauma',
    points: 1,
    group: 'risks',
    because: 'A fall, crash or blow before the pain',
    asks: ['trauma', 'onset', 'buttockFall'],
    evidence: [cite.guideline2025, cite.clinicRule],
    when: any(says('trauma', 'major', 'minor'), says('onset', 'injury'), says('buttockFall', 'left', 'right', 'both')),
  },
  {
    id: 'SI-06-fusion',
    points: 1,
    group: 'risks',
    because: 'Lumbar fusion before',
    asks: ['spineSurgery'],
    evidence: [cite.fusion],
    when: says('spineSurgery', 'fusion'),
  },
  {
    id: 'SI-06-birth',
    points: 1,
    group: 'risks',
    because: 'Pregnant, or gave birth in the last 12 months',
    asks: ['siRisks', 'pregnancy', 'recentEvents'],
    evidence: [cite.guideline2025, cite.clinicRule],
    when: any(
      says('siRisks', 'birth_12_months'),
      says('pregnancy', 'yes'),
      says('recentEvents', 'childbirth_3_months'),
    ),
  },
  {
    id: 'SI-06-legs',
    points: 1,
    group: 'risks',
    because: 'One leg longer than the other',
    asks: ['siRisks'],
    evidence: [cite.clinicRule],
    when: says('siRisks', 'leg_length'),
  },
  {
    id: 'SI-06-loose',
    points: 1,
    group: 'risks',
    because: 'Very loose joints',
    asks: ['siRisks'],
    evidence: [cite.clinicRule],
    when: says('siRisks', 'hypermobile'),
  },
  {
    id: 'SI-07',
    points: 2,
    because: 'Three quarters or more of the pain gone after an image-guided SI joint injection on this side',
    asks: [
      'priorSiInjection',
      'siInjectionGuided',
      'siInjectionRelief',
      'siInjectionSide',
      'siInjectionDate',
      'painSide',
    ],
    evidence: [cite.guideline2025, cite.ngs],
    when: all(
      says('priorSiInjection', 'yes'),
      says('siInjectionGuided', 'yes'),
      says('siInjectionRelief', 'three_quarters_or_more'),
      computed('injected-side-is-pain-side'),
    ),
  },
  {
    id: 'SI-08',
    points: 1,
    because: 'Pain different from the pain before the fusion',
    asks: ['spineSurgery', 'differentAfterFusion'],
    evidence: [cite.fusion],
    when: all(says('spineSurgery', 'fusion'), says('differentAfterFusion', 'yes')),
  },
  {
    id: 'SI-11',
    points: -2,
    because: 'The low back above the belt line hurts as much',
    asks: ['midlinePain'],
    evidence: [cite.young, cite.dreyfuss],
    when: says('midlinePain', 'same', 'most'),
  },
  {
    id: 'SI-12',
    points: -3,
    because: 'Below the knee with a strip of numbness, or sent down the leg by a cough',
    asks: ['belowKnee', 'painAreas', 'legFeatures'],
    evidence: [cite.guideline2025, cite.clinicRule],
    when: dermatomalOrCough,
  },
  {
    id: 'SI-13',
    points: -3,
    because: 'Groin pain when the leg turns in or out',
    asks: ['hipSigns'],
    evidence: [cite.hipPain],
    when: hipRotation,
  },
  {
    id: 'SI-14',
    points: -2,
    because: 'Eased by leaning forward, by a bike, or by sitting after a walk',
    asks: ['walkingPain', 'relievers', 'aggravators'],
    evidence: [cite.practice],
    when: neurogenic,
  },
  {
    id: 'SI-15',
    points: -2,
    because: 'Only sitting is hard, and standing up eases it',
    asks: ['sittingLimit', 'aggravators'],
    evidence: [cite.practice],
    when: sittingOnly,
  },
  {
    id: 'SI-16',
    points: -2,
    because:
      'Not mechanical: pain at rest, pain that movement does not change, or only from walking until one stands still',
    asks: ['painUnchangedByMovement', 'bodySigns', 'walkingPain', 'aggravators'],
    evidence: [cite.clinicRule],
    when: any(says('painUnchangedByMovement', 'yes'), says('bodySigns', 'rest_pain'), walkingOnly),
  },
  {
    id: 'SI-17',
    points: -2,
    because: 'Moves to the middle of the back with repeated bending',
    asks: ['legFeatures'],
    evidence: [cite.laslett],
    when: says('legFeatures', 'moves_to_middle'),
  },
  {
    id: 'SI-18',
    points: -1,
    because: 'Many places, spread over the body',
    asks: ['painAreas', 'bodyWide'],
    evidence: [cite.clinicRule],
    when: widespread,
  },
]

/** Disease of the SI joint itself: at least possible, whatever the score. */
const floor: BoundRule = {
  id: 'SI-R-IBP',
  to: 'possible',
  because: 'Inflammatory back pain is disease of the SI joint itself: at least possible',
  asks: ['birthDate', 'painSince', 'onset', 'exerciseHelps', 'restHelps', 'nightPain'],
  evidence: [cite.asas],
  when: inflammatoryBackPain,
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
  gate: {
    id: 'SI-G1',
    asks: ['mainArea'],
    evidence: [cite.guideline2025, cite.clinicRule],
    open: mainIs('si-gate'),
    ajar: mainIs('midline-below-l5'),
    words: {
      open: 'Gate open: the worst pain is at the dimple, or in the upper or middle buttock',
      ajar: 'Gate half open: the worst pain is in the middle, at or below the belt line. At most possible',
      closed: 'Gate closed: the worst pain is not at the dimple, or in the upper or middle buttock',
    },
  },
  scores,
  groupLimits: { aggravators: 3, risks: 2 },
  thresholds: { likely: 6, possible: 3 },
  floor,
  exam: examRules,
  cap,
}
