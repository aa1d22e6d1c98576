import { moodPoints } from '../intake/mood-points'
import type { InstrumentQuestion, QuestionKey } from '../intake/instrument'
import type { Coding } from './resources'

const loinc = 'http://loinc.org'

/** Only codes that mean exactly this question. */
const known: { readonly [key in QuestionKey]?: readonly [code: string, display: string] } = {
  birthDate: ['21112-8', 'Birth date'],
  sexAtBirth: ['76689-9', 'Sex assigned at birth'],
  painNow: ['72514-3', 'Pain severity - 0-10 verbal numeric rating [Score] - Reported'],
  a1c: ['4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood'],
  phqInterest: ['44250-9', 'Little interest or pleasure in doing things in last 2 weeks'],
  phqDown: ['44255-8', 'Feeling down, depressed, or hopeless in last 2 weeks'],
  phqSleep: ['44259-0', 'Trouble falling or staying asleep, or sleeping too much in last 2 weeks'],
  phqTired: ['44254-1', 'Feeling tired or having little energy in last 2 weeks'],
  phqAppetite: ['44251-7', 'Poor appetite or overeating in last 2 weeks'],
  phqFailure: [
    '44258-2',
    'Feeling bad about yourself - or that you are a failure or have let yourself or your family down in last 2 weeks',
  ],
  phqConcentration: [
    '44252-5',
    'Trouble concentrating on things, such as reading the newspaper or watching television in last 2 weeks',
  ],
  phqMoving: [
    '44253-3',
    'Moving or speaking so slowly that other people could have noticed. Or the opposite - being so fidgety or restless that you have been moving around a lot more than usual in last 2 weeks',
  ],
  selfHarm: [
    '44260-8',
    'Thoughts that you would be better off dead, or of hurting yourself in some way in last 2 weeks',
  ],
}

export function codesOf(key: QuestionKey): Coding[] | undefined {
  const found = known[key]
  return found ? [{ system: loinc, code: found[0], display: found[1] }] : undefined
}

/** The code system of a question's choices: a value means what its own question says. */
export function choiceSystem(question: InstrumentQuestion, base: string): string {
  if (question.kind === 'yes-no-unsure') return `${base}/CodeSystem/intake-yes-no-unsure`
  if (question.kind === 'regions' || question.kind === 'region') return `${base}/CodeSystem/body-map-region`
  if (question.kind === 'point') return `${base}/CodeSystem/body-map-view`
  return `${base}/CodeSystem/intake-${question.key}`
}

/** Points of a choice where the published instrument gives it some. */
export function pointsOf(key: QuestionKey, value: string): number | undefined {
  if (!key.startsWith('phq') && key !== 'selfHarm') return undefined
  return Object.entries(moodPoints).find(([each]) => each === value)?.[1]
}
