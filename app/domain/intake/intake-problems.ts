import { Temporal } from 'temporal-polyfill'
import type { Answers, QuestionKey } from './instrument'
import { dayRange } from './partial-date'
import { regionOf } from './region-of'
import { sideAgrees } from './side-agrees'

export type IntakeProblem = { readonly key: QuestionKey; readonly message: string }

/** What cannot be so when two answers are read together: the main place is marked, and the side in words is the side on the map. */
export function contradictions(answers: Answers): IntakeProblem[] {
  const problems: IntakeProblem[] = []
  const { painAreas, mainArea, painSide } = answers
  if (mainArea && painAreas && !painAreas.some((area) => area.region === mainArea)) {
    problems.push({ key: 'mainArea', message: 'Choose one of the places you marked' })
  }
  if (painAreas && !sideAgrees(answers)) {
    problems.push({ key: 'painSide', message: 'The side you said and the places you marked are not the same' })
  } else if (mainArea && (painSide === 'left' || painSide === 'right')) {
    const { side } = regionOf(mainArea)
    if (side !== 'midline' && side !== painSide) {
      problems.push({
        key: 'painSide',
        message: `You said ${painSide}. The place that hurts most is on your ${side} side`,
      })
    }
  }
  return problems
}

/** Dates that lie after the day of asking (asOf, YYYY-MM-DD), or before the person was born. */
export function impossibleDates(answers: Answers, asOf: string): IntakeProblem[] {
  const today = Temporal.PlainDate.from(asOf)
  const problems: IntakeProblem[] = []
  for (const key of ['birthDate', 'painSince', 'procedureDate'] as const) {
    const range = dayRange(answers[key] ?? '')
    if (!range) continue
    if (Temporal.PlainDate.compare(range.earliest, today) > 0)
      problems.push({ key, message: 'This date is still to come' })
    if (key === 'birthDate' && range.earliest.until(today, { largestUnit: 'year' }).years > 120) {
      problems.push({ key, message: 'Check the year you were born' })
    }
  }
  const born = dayRange(answers.birthDate ?? '')
  const since = dayRange(answers.painSince ?? '')
  if (born && since && Temporal.PlainDate.compare(since.latest, born.earliest) < 0) {
    problems.push({ key: 'painSince', message: 'This is before you were born' })
  }
  return problems
}

/** Everything to repair before an intake is sent, beyond what its schema checks. */
export function intakeProblems(answers: Answers, asOf: string): IntakeProblem[] {
  return [...contradictions(answers), ...impossibleDates(answers, asOf)]
}
