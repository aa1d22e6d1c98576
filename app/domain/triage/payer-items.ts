import { all, any, not, unknown } from './expr'
import {
  fourSessions,
  fourWeeksCare,
  hadInjection,
  moderatePain,
  otherCause,
  overTheJoint,
  positiveTest,
  threeMonths,
  twoTests,
} from './payer-facts'
import type { PolicyItem } from './policy'
import type { ExamTest } from './rules-exam'
import { radiculopathy } from './si-facts'
import type { Evidence } from './triage-result'

/** Lines that the policies of several plans share. Each plan's list says which it asks for, and where that stands. */

type Line = (evidence: readonly Evidence[]) => PolicyItem

export const painOverJoint: Line = (evidence) => ({
  id: 'PY-01',
  requirement: 'Low back pain primarily over the SI joint, between the upper iliac crest and the gluteal fold',
  asks: ['mainArea', 'painAreas', 'oneFingerTwice'],
  evidence,
  shows: 'Worst pain: {words:mainArea}. One finger, twice: {words:oneFingerTwice}',
  when: overTheJoint,
})

export const moderateToSevere: Line = (evidence) => ({
  id: 'PY-02',
  requirement: 'Moderate to severe pain',
  asks: ['painAverage', 'painNow', 'painWorst', 'painBadDays'],
  evidence,
  unverified:
    'The text says “moderate to severe”. Average 4 or more of 10 is the usual reading and was not found in it',
  shows: {
    met: 'Pain 0 to 10: average {painAverage}, now {painNow}, worst {painWorst}',
    not_met: 'Pain 0 to 10: average {painAverage}, now {painNow}, worst {painWorst}',
    unknown: 'Average {painAverage} this week; {painBadDays} on the bad days of a usual month',
  },
  when: moderatePain,
})

export const longEnough: Line = (evidence) => ({
  id: 'PY-03',
  requirement: 'For 3 months or more',
  asks: ['painSince'],
  evidence,
  shows: 'Pain since {words:painSince}',
  when: threeMonths,
})

export const noRadiculopathy: Line = (evidence) => ({
  id: 'PY-04',
  requirement: 'Below L5, without radiculopathy',
  asks: ['belowKnee', 'painAreas', 'legFeatures', 'legWeakness'],
  evidence,
  shows: {
    met: 'No nerve pattern in the leg told',
    not_met: 'A nerve pattern in the leg',
    unknown: 'Below the knee: {words:belowKnee}. Leg: {words:legFeatures}',
  },
  when: not(radiculopathy),
})

export const noOtherCause: Line = (evidence) => ({
  id: 'PY-05',
  requirement: 'Findings and imaging do not suggest another cause',
  asks: ['imaging', 'imagingDate', 'imagingFound', 'walkingPain', 'relievers', 'cancerHistory', 'fever'],
  evidence,
  shows: {
    met: 'Imaging: {words:imaging}',
    not_met: 'Answers point to another cause',
    unknown: 'Needs the visit and imaging. Imaging: {words:imaging}, {words:imagingDate}. Found: {words:imagingFound}',
  },
  when: all(not(otherCause), unknown),
})

export const positiveTests = (
  evidence: readonly Evidence[],
  atLeast: number,
  listed: readonly ExamTest[],
): PolicyItem => ({
  id: 'PY-06',
  requirement: `${atLeast} or more positive among ${listed.map(({ name }) => name).join(', ')}`,
  asks: [],
  evidence,
  shows: '{exam}',
  tests: { atLeast, listed },
})

export const fourWeeks: Line = (evidence) => ({
  id: 'PY-07',
  requirement: 'Persists despite 4 weeks or more of conservative care: medicine and active care',
  asks: [
    'treatments',
    'physicalTherapyWeeks',
    'physicalTherapyFrom',
    'physicalTherapyUntil',
    'homeExerciseWeeks',
    'homeExerciseFrom',
    'homeExerciseUntil',
    'manipulationWeeks',
    'manipulationFrom',
    'manipulationUntil',
    'behavioralWeeks',
    'behavioralFrom',
    'behavioralUntil',
    'painMedicineWeeks',
    'painMedicineWhich',
    'careContinues',
  ],
  evidence,
  shows: '{care}. Goes on now: {words:careContinues}',
  when: fourWeeksCare,
})

export const guided: Line = (evidence) => ({
  id: 'PY-08',
  requirement: 'CT or fluoroscopy with contrast; ultrasound only for contrast allergy or pregnancy',
  asks: ['allergies', 'pregnancy'],
  evidence,
  shows: 'Shown at the procedure. Allergies: {words:allergies}',
})

export const sessionsLeft: Line = (evidence) => ({
  id: 'PY-09',
  requirement:
    'At most 4 treatment sessions in a rolling 12 months, both sides on one day are one session; at most 2 test injections',
  asks: [
    'priorSiInjection',
    'siInjectionsThisYear',
    'siInjectionsEver',
    'siInjectionDate',
    'siInjectionTests',
    'siInjectionRelief',
  ],
  evidence,
  shows: 'Sessions in 12 months: {sessions}. Last one: {words:siInjectionDate}',
  when: not(any(fourSessions, twoTests)),
})

export const testFirst: Line = (evidence) => ({
  id: 'PY-14',
  requirement: 'A treatment needs a test injection before it that took three quarters of the pain or more away',
  asks: ['siInjectionTests', 'siInjectionsEver', 'siInjectionRelief', 'siInjectionWords'],
  evidence,
  appliesWhen: hadInjection,
  shows:
    'As told: test injections {siInjectionTests} of {siInjectionsEver}, relief at best {words:siInjectionRelief}. The plan wants scores on one scale before, that day and the days after',
  when: positiveTest,
})

const test = (id: string, name: string, ...recordedAs: readonly string[]): ExamTest => ({
  id,
  name,
  recordedAs: [id, ...recordedAs],
})

/** The names a plan lists, each with the names under which a finding of it may be recorded. */
export const listedTests = {
  faber: test('faber', 'FABER', 'faber-seated', 'patrick', 'fabere'),
  gaenslen: test('gaenslen', 'Gaenslen'),
  thrustOrShear: test('thigh-thrust', 'thigh thrust or posterior shear', 'posterior-shear', 'p4', 'pppp'),
  thighThrust: test('thigh-thrust', 'thigh thrust', 'p4', 'pppp'),
  posteriorShear: test('posterior-shear', 'posterior shear'),
  compression: test('compression', 'compression', 'approximation'),
  distraction: test('distraction', 'distraction', 'gapping'),
  yeoman: test('yeoman', 'Yeoman'),
  sacralThrust: test('sacral-thrust', 'sacral thrust'),
}
