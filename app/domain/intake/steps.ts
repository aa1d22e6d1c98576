import type { SectionKey } from './question'
import type { Answers, QuestionKey } from './instrument'
import { openQuestions, visibleQuestions } from './visible-questions'

export const partTitles = [
  'Safety',
  'Where it hurts',
  'Your pain',
  'Your days',
  'Health and medicines',
  'Papers and consent',
] as const

type Part = 1 | 2 | 3 | 4 | 5 | 6

export const sections: Record<SectionKey, { readonly part: Part; readonly title: string }> = {
  safety: { part: 1, title: 'Safety' },
  where: { part: 2, title: 'Where it hurts' },
  pain: { part: 3, title: 'Your pain' },
  function: { part: 4, title: 'Your days' },
  treatments: { part: 4, title: 'Your days' },
  medical: { part: 5, title: 'Health and medicines' },
  consent: { part: 6, title: 'Papers and consent' },
}

type StepPlan = {
  readonly slug: string
  readonly section: SectionKey
  readonly title: string
  readonly keys: readonly QuestionKey[]
  /** A fixed text that stands above the questions. */
  readonly notice?: 'crisis-988' | 'blood-thinner'
}

export type Step = StepPlan & { readonly part: Part; readonly partTitle: string }

/** Pages in order. Slugs are stable: they are addresses. */
const plan: readonly StepPlan[] = [
  {
    slug: 'about-you',
    section: 'safety',
    title: 'About you',
    keys: ['birthDate', 'sexAtBirth', 'pregnancy', 'pregnancyWeeks'],
  },
  { slug: 'pregnancy', section: 'safety', title: 'Pregnancy', keys: ['pregnancyDanger'] },
  { slug: 'now', section: 'safety', title: 'How you are now', keys: ['painNewOrWorse', 'veryUnwell'] },
  { slug: 'numbness', section: 'safety', title: 'Numbness', keys: ['saddleNumbness'] },
  { slug: 'bladder', section: 'safety', title: 'Urine', keys: ['bladderTrouble'] },
  { slug: 'bowel', section: 'safety', title: 'Stool and feeling', keys: ['bowelTrouble', 'sexualChange'] },
  { slug: 'legs', section: 'safety', title: 'Your legs', keys: ['bothLegs', 'legWeakness'] },
  { slug: 'walking', section: 'safety', title: 'Walking and falls', keys: ['canWalk', 'trauma', 'traumaWhen'] },
  {
    slug: 'older-trouble',
    section: 'safety',
    title: 'Older trouble',
    keys: ['longStanding', 'longStandingSince', 'longStandingChanged'],
  },
  { slug: 'fever', section: 'safety', title: 'Fever', keys: ['fever', 'eveningFevers'] },
  {
    slug: 'infection',
    section: 'safety',
    title: 'Infections and diabetes',
    keys: ['diabetes', 'glucoseHigh', 'infectionRisks', 'recentEvents'],
  },
  {
    slug: 'after-procedure',
    section: 'safety',
    title: 'After your injection or operation',
    keys: ['procedureDate', 'afterProcedure'],
  },
  {
    slug: 'blood-flow',
    section: 'safety',
    title: 'Heart and blood vessels',
    keys: ['tearingPain', 'fainted', 'chestSymptoms', 'coldLeg', 'legSwelling'],
  },
  {
    slug: 'belly',
    section: 'safety',
    title: 'Belly and groin',
    keys: ['bellyPulse', 'rigidBelly', 'groinLump', 'vomiting'],
  },
  {
    slug: 'waves',
    section: 'safety',
    title: 'Side, urine and groin',
    keys: ['colic', 'colicDetails', 'urineSymptoms', 'testicularPain'],
  },
  {
    slug: 'health-signs',
    section: 'safety',
    title: 'Other signs',
    keys: ['cancerHistory', 'bodySigns', 'painUnchangedByMovement', 'redEye'],
  },
  { slug: 'body-risks', section: 'safety', title: 'Your health so far', keys: ['vesselRisks', 'boneRisks'] },
  { slug: 'safe', section: 'safety', title: 'Where you live', keys: ['unsafeAtHome', 'safetyWords'] },
  { slug: 'areas', section: 'where', title: 'Where does it hurt?', keys: ['painAreas'] },
  { slug: 'areas-check', section: 'where', title: 'Is this correct?', keys: ['painSide', 'mainArea'] },
  { slug: 'one-spot', section: 'where', title: 'The worst spot', keys: ['oneFingerTwice', 'onePoint', 'midlinePain'] },
  { slug: 'hip-and-groin', section: 'where', title: 'Hip and groin', keys: ['hipSigns', 'pelvicSigns'] },
  {
    slug: 'beginning',
    section: 'pain',
    title: 'How did your pain begin?',
    keys: ['painSince', 'onset', 'buttockFall'],
  },
  { slug: 'strength', section: 'pain', title: 'How strong is it?', keys: ['painNow', 'painAverage', 'painWorst'] },
  { slug: 'worse-and-better', section: 'pain', title: 'Worse and better', keys: ['aggravators', 'relievers'] },
  { slug: 'leg-pain', section: 'pain', title: 'Your legs', keys: ['belowKnee', 'legFeatures', 'walkingPain'] },
  {
    slug: 'rest-and-night',
    section: 'pain',
    title: 'Rest, exercise and night',
    keys: ['sittingLimit', 'exerciseHelps', 'restHelps', 'nightPain'],
  },
  {
    slug: 'history',
    section: 'pain',
    title: 'Your history',
    keys: ['inflammatoryHistory', 'siRisks', 'painfulRash', 'painWords'],
  },
  { slug: 'enjoyment', section: 'function', title: 'Your days', keys: ['pegEnjoyment', 'pegActivity'] },
  {
    slug: 'mood',
    section: 'function',
    title: 'Your mood',
    keys: ['phqInterest', 'phqDown', 'selfHarm', 'selfHarmNow'],
    notice: 'crisis-988',
  },
  { slug: 'goals', section: 'function', title: 'Your goals', keys: ['goals'] },
  { slug: 'tried', section: 'treatments', title: 'What you tried', keys: ['treatments'] },
  {
    slug: 'tried-more',
    section: 'treatments',
    title: 'How long, and did it help?',
    keys: [
      'physicalTherapyWeeks',
      'physicalTherapyResult',
      'homeExerciseWeeks',
      'homeExerciseResult',
      'manipulationWeeks',
      'manipulationResult',
      'behavioralWeeks',
      'behavioralResult',
      'painMedicineWeeks',
      'painMedicineResult',
      'treatmentWords',
    ],
  },
  {
    slug: 'injections',
    section: 'treatments',
    title: 'Injections before',
    keys: [
      'priorSiInjection',
      'siInjectionSide',
      'siInjectionGuided',
      'siInjectionRelief',
      'siInjectionLasted',
      'siInjectionsThisYear',
    ],
  },
  {
    slug: 'surgery-and-pictures',
    section: 'treatments',
    title: 'Surgery and pictures',
    keys: ['spineSurgery', 'differentAfterFusion', 'imaging'],
  },
  {
    slug: 'medicines',
    section: 'medical',
    title: 'Your medicines',
    keys: ['medicines', 'bloodThinner', 'bloodThinnerWhich', 'bloodThinnerPrescriber'],
    notice: 'blood-thinner',
  },
  { slug: 'allergies', section: 'medical', title: 'Allergies', keys: ['allergies', 'allergyWords'] },
  { slug: 'your-diabetes', section: 'medical', title: 'Your diabetes', keys: ['a1c', 'diabetesSigns'] },
  {
    slug: 'steroids',
    section: 'medical',
    title: 'Steroids and vaccines',
    keys: ['steroidShots', 'lastSteroidShot', 'interactingMedicines', 'steroidReactions', 'vaccine'],
  },
  {
    slug: 'conditions',
    section: 'medical',
    title: 'Your health',
    keys: ['antibiotics', 'bleedingRisks', 'heartConditions', 'hepatitisTreatment', 'plannedSurgery'],
  },
  { slug: 'comfort', section: 'medical', title: 'If you come in', keys: ['lieFaceDown', 'wantsSedation', 'driver'] },
  {
    slug: 'language-and-help',
    section: 'consent',
    title: 'Language and help',
    keys: ['stateOfResidence', 'language', 'interpreter', 'whoDecides', 'helper'],
  },
  { slug: 'insurance', section: 'consent', title: 'Insurance', keys: ['payerKind', 'planName', 'memberId'] },
  {
    slug: 'consent',
    section: 'consent',
    title: 'Your consent',
    keys: ['consentTelehealth', 'consentPrivacy', 'signedName'],
  },
]

/** Pages that have at least one question for these answers, each with only the questions that apply. */
export function stepsOf(answers: Answers): Step[] {
  const visible = new Set(visibleQuestions(answers).map((question) => question.key))
  return plan.flatMap((step) => {
    const keys = step.keys.filter((key) => visible.has(key))
    const { part, title } = sections[step.section]
    return keys.length === 0 ? [] : [{ ...step, keys, part, partTitle: title }]
  })
}

export function isStepSlug(slug: string): boolean {
  return plan.some((step) => step.slug === slug)
}

/** The page with this address; undefined when it is unknown or nothing on it applies. */
export function stepBySlug(answers: Answers, slug: string): Step | undefined {
  return stepsOf(answers).find((step) => step.slug === slug)
}

export function slugOfQuestion(key: QuestionKey): string {
  const step = plan.find((each) => each.keys.includes(key))
  if (!step) throw new Error('A question without a page')
  return step.slug
}

function planIndex(slug: string) {
  return plan.findIndex((step) => step.slug === slug)
}

/** The page after this one, also when this one no longer applies. Undefined: only the review is left. */
export function nextStep(answers: Answers, slug: string): Step | undefined {
  return stepsOf(answers).find((step) => planIndex(step.slug) > planIndex(slug))
}

export function previousStep(answers: Answers, slug: string): Step | undefined {
  return stepsOf(answers).findLast((step) => planIndex(step.slug) < planIndex(slug))
}

function hasOpenQuestion(answers: Answers, step: Step) {
  return openQuestions(answers).some((question) => step.keys.includes(question.key))
}

/** Where to go after a page was saved: the same page while an answer on it opened a required question, else the next. */
export function stepAfterSaving(answers: Answers, slug: string): Step | undefined {
  const same = stepBySlug(answers, slug)
  return same && hasOpenQuestion(answers, same) ? same : nextStep(answers, slug)
}

/** Where a person goes on. Undefined: everything required is answered. */
export function firstOpenStep(answers: Answers): Step | undefined {
  return stepsOf(answers).find((step) => hasOpenQuestion(answers, step))
}
