import { cite } from './citations'
import { all, any, careWeeks, count, number, says, unknown } from './expr'
import {
  gapsWith,
  hadInjection,
  hadTreatment,
  halfForThreeMonths,
  maybeTreatment,
  medicineToo,
  perhapsTests,
  sameEpisode,
  threeQuartersForTwoWeeks,
  twoMonthsApart,
} from './payer-facts'
import {
  fourWeeks,
  guided,
  listedTests,
  longEnough,
  moderateToSevere,
  noOtherCause,
  noRadiculopathy,
  painOverJoint,
  positiveTests,
  sessionsLeft,
  testFirst,
} from './payer-items'
import type { PayerPolicy, PolicyItem } from './policy'

const owner = 'awaiting the clinic’s medical director'
const { faber, gaenslen, thrustOrShear, thighThrust, posteriorShear, compression, distraction, yeoman, sacralThrust } =
  listedTests

const medicareList = [faber, gaenslen, thrustOrShear, compression, distraction, yeoman]
const eightTests = [faber, gaenslen, thighThrust, posteriorShear, compression, distraction, yeoman, sacralThrust]

/** Medicare contractor for Minnesota, Wisconsin and Illinois. */
const medicareNgs: PayerPolicy = {
  id: 'medicare-ngs-L39455',
  version: '2023-03-19',
  title: 'Medicare NGS L39455',
  owner,
  effectiveFrom: '2023-03-19',
  source: 'NGS L39455 and article A59233, from summaries and partial pages; the full text was not read',
  signOff: 'awaiting',
  payerKinds: ['medicare', 'medicare_advantage'],
  items: [
    painOverJoint([cite.ngs]),
    moderateToSevere([cite.ngs]),
    longEnough([cite.ngs]),
    noRadiculopathy([cite.ngs]),
    noOtherCause([cite.ngs]),
    positiveTests([cite.ngs], 3, medicareList),
    fourWeeks([cite.ngs]),
    guided([cite.ngs]),
    sessionsLeft([cite.ngs]),
    {
      id: 'PY-10',
      requirement: 'A repeat needs half the pain or more gone, or more function, for 3 months or more',
      asks: [
        'siInjectionRelief',
        'siInjectionLasted',
        'siInjectionFunction',
        'siInjectionTests',
        'siInjectionDate',
        'siInjectionWords',
      ],
      evidence: [cite.ngs],
      appliesWhen: maybeTreatment,
      shows:
        'Relief at best: {words:siInjectionRelief}. It lasted: {words:siInjectionLasted}. Could do more: {words:siInjectionFunction}',
      when: any(halfForThreeMonths, perhapsTests),
    },
    testFirst([cite.ngs]),
  ],
  gaps: gapsWith({
    applies: hadTreatment,
    enough: halfForThreeMonths,
    because: 'The last SI joint injection gave less than half relief, or for less than 3 months',
  }),
}

const rehab: PolicyItem = {
  id: 'PY-11',
  requirement: 'Takes part in active rehabilitation or a home exercise program',
  asks: ['careContinues', 'treatments', 'physicalTherapyUntil', 'homeExerciseUntil'],
  evidence: [cite.evicore],
  shows: 'Tried: {words:treatments}. Goes on now: {words:careContinues}',
  when: all(
    says('treatments', 'physical_therapy', 'home_exercise', 'manipulation', 'behavioral'),
    says('careContinues', 'yes'),
  ),
}

/** Many commercial plans are managed by eviCore; the card says so. */
const evicore: PayerPolicy = {
  id: 'evicore-CMM-203',
  version: '2026-11-22-draft',
  title: 'eviCore CMM-203',
  owner,
  source: 'eviCore CMM-203, from summaries; the full text and its dates were not read',
  signOff: 'awaiting',
  payerKinds: ['commercial', 'medicaid', 'other', 'not_sure'],
  planWords: [String.raw`\bevi ?core\b`, String.raw`\bcmm-?203\b`],
  items: [
    painOverJoint([cite.evicore]),
    moderateToSevere([cite.evicore]),
    longEnough([cite.evicore]),
    noRadiculopathy([cite.evicore]),
    noOtherCause([cite.evicore]),
    positiveTests([cite.evicore], 3, medicareList),
    fourWeeks([cite.evicore]),
    rehab,
    guided([cite.evicore]),
    sessionsLeft([cite.evicore]),
    {
      id: 'PY-10',
      requirement: 'A repeat needs three quarters of the pain or more gone for 2 weeks or more',
      asks: ['siInjectionRelief', 'siInjectionLasted', 'siInjectionDate'],
      evidence: [cite.evicore],
      unverified: 'How long three quarters lasted is not asked: read from how long half of the pain was gone',
      appliesWhen: maybeTreatment,
      shows: 'Relief at best: {words:siInjectionRelief}. It lasted: {words:siInjectionLasted}',
      when: any(threeQuartersForTwoWeeks, perhapsTests),
    },
    {
      id: 'PY-12',
      requirement: 'A repeat needs more function, or less pain medicine',
      asks: ['siInjectionFunction'],
      evidence: [cite.evicore],
      appliesWhen: maybeTreatment,
      shows: 'Could do more or took less medicine: {words:siInjectionFunction}',
      when: any(says('siInjectionFunction', 'yes'), perhapsTests),
    },
    {
      id: 'PY-13',
      requirement: '2 months or more between injections',
      asks: ['siInjectionDate'],
      evidence: [cite.evicore],
      appliesWhen: hadInjection,
      shows: 'Last one: {words:siInjectionDate}',
      when: twoMonthsApart,
    },
    testFirst([cite.evicore]),
  ],
  gaps: gapsWith({
    applies: hadTreatment,
    enough: threeQuartersForTwoWeeks,
    because: 'The last SI joint injection gave less than three quarters relief, or for less than 2 weeks',
  }),
}

/** Plans managed by NIA (Evolent), of which Instil's policy CAM 770HB is the example read. */
const instilNia: PayerPolicy = {
  id: 'instil-nia-CAM-770HB',
  version: '2026-11-22-draft',
  title: 'Instil/NIA CAM 770HB',
  owner,
  source: 'Instil CAM 770HB, from a public page; its dates were not read',
  signOff: 'awaiting',
  payerKinds: ['commercial', 'medicaid', 'other', 'not_sure'],
  planWords: [String.raw`\binstil\b`, String.raw`\bevolent\b`, String.raw`\bnia\b`, 'national imaging', 'cam 770'],
  items: [
    painOverJoint([cite.nia]),
    {
      id: 'PY-02',
      requirement: 'Pain of 6 or more of 10, or functional disability',
      asks: ['painAverage', 'painNow', 'painWorst', 'rmdq', 'work', 'pegActivity'],
      evidence: [cite.nia],
      unverified:
        'Which of the pain numbers is meant, and how much is disability, was not found: read as average pain, and as 12 or more of 24 Roland-Morris statements or work given up or cut',
      shows: 'Average pain {painAverage}. Work: {words:work}. Roland-Morris statements ticked: {count:rmdq}',
      when: any(number('painAverage', '>=', 6), count('rmdq', '>=', 12), says('work', 'cannot_now', 'works_less')),
    },
    longEnough([cite.nia]),
    noRadiculopathy([cite.nia]),
    noOtherCause([cite.nia]),
    positiveTests([cite.nia], 3, eightTests),
    {
      ...fourWeeks([cite.nia]),
      requirement: '6 weeks or more of conservative care in the last 6 months',
      when: all(careWeeks(6, '>=', 6), medicineToo),
    },
    guided([cite.nia]),
    sessionsLeft([cite.nia]),
    {
      id: 'PY-10',
      requirement: 'What a repeat within 2 years needs; after a gap of 2 years or more it is a new episode',
      asks: ['siInjectionDate', 'siInjectionRelief', 'siInjectionLasted', 'siInjectionFunction'],
      evidence: [cite.nia],
      unverified: 'What a repeat needs was not found in the text',
      appliesWhen: sameEpisode,
      shows: 'Last one: {words:siInjectionDate}. Relief at best: {words:siInjectionRelief}',
      when: unknown,
    },
  ],
  gaps: gapsWith({
    applies: sameEpisode,
    enough: unknown,
    because: 'The last SI joint injection did not help enough for a repeat',
  }),
}

/** Plans whose own policy is not on file are read against Medicare's list, and say so. */
const planNotOnFile: PayerPolicy = {
  ...medicareNgs,
  id: 'plan-not-on-file',
  title: 'Plan not on file, Medicare NGS L39455 shown for reference',
  payerKinds: [],
}

/** The first that fits an intake is read; the last one is for every plan that is not on file. */
export const payerPolicies: readonly PayerPolicy[] = [medicareNgs, evicore, instilNia, planNotOnFile]
