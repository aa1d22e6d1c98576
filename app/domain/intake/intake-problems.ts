import { Temporal } from 'temporal-polyfill'
import { type Answers, type Instrument, instrument, type QuestionKey } from './instrument'
import { type DayRange, dayRange } from './partial-date'
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

const spans = [
  ['physicalTherapyFrom', 'physicalTherapyUntil'],
  ['homeExerciseFrom', 'homeExerciseUntil'],
  ['manipulationFrom', 'manipulationUntil'],
  ['behavioralFrom', 'behavioralUntil'],
  ['painMedicineFrom', 'painMedicineUntil'],
] as const satisfies readonly (readonly [QuestionKey, QuestionKey])[]

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) < 0

/** Dates that lie after the day of asking (asOf, YYYY-MM-DD), before the person was born, or end before they begin. */
export function impossibleDates(answers: Answers, asOf: string, which: Instrument = instrument): IntakeProblem[] {
  const today = Temporal.PlainDate.from(asOf)
  const problems: IntakeProblem[] = []
  const ranges = new Map<QuestionKey, DayRange>()
  for (const { key, kind } of which.questions) {
    if (kind !== 'date' && kind !== 'partial-date') continue
    const answer: unknown = answers[key]
    const range = typeof answer === 'string' ? dayRange(answer) : null
    if (range) ranges.set(key, range)
  }
  const born = ranges.get('birthDate')
  for (const [key, range] of ranges) {
    if (isBefore(today, range.earliest)) problems.push({ key, message: 'This date is still to come' })
    if (key === 'birthDate') {
      const { years } = range.earliest.until(today, { largestUnit: 'year' })
      if (years > 120) problems.push({ key, message: 'Check the year you were born' })
    } else if (born && isBefore(range.latest, born.earliest)) {
      problems.push({ key, message: 'This is before you were born' })
    }
  }
  for (const [from, until] of spans) {
    const [begin, end] = [ranges.get(from), ranges.get(until)]
    if (begin && end && isBefore(end.latest, begin.earliest))
      problems.push({ key: until, message: 'This is before it began' })
  }
  return problems
}

const toldAmongEvents = ['injection_30_days', 'injection_3_months', 'surgery_3_months', 'not_sure'] as const

/** An injection or operation of the last 30 days, by its date, that was not told among recent events: nobody has asked how it went since. */
function untoldProcedure(answers: Answers, asOf: string): IntakeProblem[] {
  const { recentEvents, siInjectionDate, surgeryDate } = answers
  if (!recentEvents || toldAmongEvents.some((told) => recentEvents.includes(told))) return []
  const today = Temporal.PlainDate.from(asOf)
  const recent = [siInjectionDate, surgeryDate].some((date) => {
    const range = dayRange(date ?? '')
    return range !== null && range.earliest.until(today).days <= 30
  })
  const message = 'You told of an injection or operation in the last 30 days. Mark it here, too'
  return recent ? [{ key: 'recentEvents', message }] : []
}

/** Everything to repair before an intake is sent, beyond what its schema checks. */
export function intakeProblems(answers: Answers, asOf: string, which: Instrument = instrument): IntakeProblem[] {
  return [...contradictions(answers), ...impossibleDates(answers, asOf, which), ...untoldProcedure(answers, asOf)]
}
