import type { Condition } from './condition'
import type { Question } from './question'

/** Nothing that a movement could harm: no sign of pressed nerves, infection, fracture or a failing body (clinical basis 2.5). */
const calm: Condition = {
  all: [
    { question: 'veryUnwell', in: ['no'] },
    { question: 'saddleNumbness', in: ['no'] },
    { question: 'bladderTrouble', in: ['no', 'yes_known_cause'] },
    { question: 'bowelTrouble', in: ['no'] },
    { question: 'bothLegs', in: ['no'] },
    { question: 'legWeakness', in: ['no'] },
    { question: 'canWalk', in: ['yes'] },
    {
      any: [
        { question: 'trauma', in: ['none'] },
        { question: 'traumaWhen', in: ['over_3_months'] },
      ],
    },
    { question: 'fever', in: ['no'] },
    { question: 'recentEvents', in: ['none', 'dental_4_weeks', 'infection_4_weeks'] },
    {
      question: 'recentEvents',
      notIn: [
        'injection_30_days',
        'injection_3_months',
        'surgery_3_months',
        'childbirth_3_months',
        'infection_now',
        'not_sure',
      ],
    },
    { question: 'tearingPain', in: ['no'] },
    { question: 'fainted', in: ['no'] },
    { question: 'coldLeg', in: ['no'] },
    { question: 'legSwelling', in: ['no'] },
    { question: 'chestSymptoms', in: ['no'] },
    {
      question: 'pregnancyDanger',
      notIn: [
        'low_belly_pain',
        'bleeding',
        'fluid',
        'contractions',
        'headache_vision',
        'less_movement',
        'faint',
        'not_sure',
      ],
    },
  ],
}

const tries: Condition = { question: 'selfTestsWish', in: ['now'] }
/** Answered, and there is room. */
const roomy: Condition = {
  all: [
    {
      question: 'selfTestGates',
      in: ['fell_6_months', 'alone_poor_balance', 'cannot_get_down', 'hip_replacement', 'none'],
    },
    { question: 'selfTestGates', notIn: ['no_clear_space', 'not_sure'] },
  ],
}
const under20Weeks: Condition = {
  any: [
    { question: 'pregnancy', notIn: ['yes', 'might_be', 'not_sure'] },
    { question: 'pregnancyWeeks', below: 20 },
  ],
}
/**
 * By the birth date that is asked first; nobody is asked twice. A fixed day, so that an intake applies the same questions
 * whenever it is read: who was born on it turns 70 with the year 2028, and a version that is asked then moves it on.
 */
const under70: Condition = { question: 'birthDate', from: '1958-01-01' }
const sits: Condition = { all: [tries, roomy] }
const bendsHip: Condition = { all: [sits, { question: 'selfTestGates', notIn: ['hip_replacement'] }] }
const lies: Condition = { all: [sits, { question: 'selfTestGates', notIn: ['cannot_get_down'] }, under20Weeks] }
/** Age 70, osteoporosis, falls, 20 weeks, or alone with poor balance: no standing on one leg. */
const stands: Condition = {
  all: [
    sits,
    under70,
    { question: 'selfTestGates', notIn: ['fell_6_months', 'alone_poor_balance'] },
    { question: 'boneRisks', notIn: ['osteoporosis', 'broken_bone', 'long_steroids', 'not_sure'] },
    under20Weeks,
  ],
}

const felt = [
  { value: 'no_pain', label: 'No pain' },
  { value: 'usual_pain_back', label: 'My usual pain, at the back of the pelvis' },
  { value: 'groin_pain', label: 'Pain in the groin' },
  { value: 'other_pain', label: 'Another pain' },
  { value: 'could_not', label: 'I could not do it' },
] as const

const test = { section: 'selftests', kind: 'choice', required: false, since: '1.1.0', options: felt } as const
const lift = {
  section: 'selftests',
  kind: 'number',
  required: false,
  since: '1.1.0',
  min: 0,
  max: 5,
  whole: true,
  lowLabel: 'easy',
  highLabel: 'I cannot do it',
} as const

/**
 * Offered after part 3, and skipped at once by whoever likes. Gates as in clinical basis 2.5. What a person finds alone at
 * home is shown to the clinician as a self-report and counts toward nothing.
 */
export const selfTestQuestions = [
  {
    key: 'selfTestsWish',
    section: 'selftests',
    kind: 'choice',
    label: 'Would you like to try a few small moves?',
    hint: 'About 4 minutes, with pictures.',
    required: false,
    since: '1.1.0',
    appliesWhen: calm,
    options: [
      { value: 'now', label: 'Yes, now' },
      { value: 'later', label: 'Later, with my provider' },
      { value: 'no', label: 'No, thank you' },
    ],
  },
  {
    key: 'selfTestCompany',
    section: 'selftests',
    kind: 'choice',
    label: 'Is an adult with you?',
    required: false,
    since: '1.1.0',
    appliesWhen: tries,
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  },
  {
    key: 'selfTestGates',
    section: 'selftests',
    kind: 'multi-choice',
    label: 'Does any of this fit you?',
    hint: 'Then we leave some moves out.',
    required: true,
    since: '1.1.0',
    appliesWhen: tries,
    options: [
      { value: 'fell_6_months', label: 'I fell in the last 6 months' },
      { value: 'alone_poor_balance', label: 'My balance is poor, and I am alone' },
      { value: 'no_clear_space', label: 'There is no clear space around me' },
      { value: 'cannot_get_down', label: 'I cannot get on and off a bed safely' },
      { value: 'hip_replacement', label: 'I have an artificial hip' },
      { value: 'none', label: 'None of these' },
      { value: 'not_sure', label: 'Not sure' },
    ],
  },
  {
    ...test,
    key: 'trySitToStand',
    label: 'What did you feel?',
    appliesWhen: sits,
    picture: 'sit-to-stand',
  },
  {
    ...test,
    key: 'trySeatedFaberLeft',
    label: 'Left ankle up: what did you feel?',
    appliesWhen: bendsHip,
    picture: 'faber-seated',
    pictureSide: 'left',
  },
  {
    ...test,
    key: 'trySeatedFaberRight',
    label: 'Right ankle up: what did you feel?',
    appliesWhen: bendsHip,
    picture: 'faber-seated',
    pictureSide: 'right',
  },
  {
    ...test,
    key: 'tryHipRotationLeft',
    label: 'Left foot out: what did you feel?',
    appliesWhen: bendsHip,
    picture: 'hip-rotation',
    pictureSide: 'left',
  },
  {
    ...test,
    key: 'tryHipRotationRight',
    label: 'Right foot out: what did you feel?',
    appliesWhen: bendsHip,
    picture: 'hip-rotation',
    pictureSide: 'right',
  },
  {
    ...lift,
    key: 'tryAslrLeft',
    label: 'How hard was it to lift your left leg?',
    appliesWhen: lies,
    picture: 'aslr',
    pictureSide: 'left',
  },
  {
    ...lift,
    key: 'tryAslrRight',
    label: 'How hard was it to lift your right leg?',
    appliesWhen: lies,
    picture: 'aslr',
    pictureSide: 'right',
  },
  {
    ...test,
    key: 'trySingleLegLeft',
    label: 'On your left leg: what did you feel?',
    appliesWhen: stands,
    picture: 'single-leg-stand',
    pictureSide: 'left',
  },
  {
    ...test,
    key: 'trySingleLegRight',
    label: 'On your right leg: what did you feel?',
    appliesWhen: stands,
    picture: 'single-leg-stand',
    pictureSide: 'right',
  },
  {
    key: 'tryHeelRaises',
    staysWhen: tries,
    section: 'selftests',
    kind: 'choice',
    label: 'How was it?',
    required: false,
    since: '1.1.0',
    appliesWhen: stands,
    picture: 'heel-raises',
    options: [
      { value: 'both_fine', label: 'Ten times on each leg' },
      { value: 'left_weak', label: 'My left leg is weaker' },
      { value: 'right_weak', label: 'My right leg is weaker' },
      { value: 'both_weak', label: 'Both legs are weak' },
      { value: 'could_not', label: 'I could not do it' },
    ],
  },
] as const satisfies readonly Question[]
