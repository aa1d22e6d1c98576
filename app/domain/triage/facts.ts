import { Temporal } from 'temporal-polyfill'
import type { RegionTag } from '~/domain/intake/body-map-regions'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { type DayRange, dayRange } from '~/domain/intake/partial-date'
import { regionOf } from '~/domain/intake/region-of'
import { visibleQuestions } from '~/domain/intake/visible-questions'
import type { TriageContext } from './triage-result'
import { type Tri, truth } from './tri'

type ValueOf<K extends QuestionKey> =
  NonNullable<Answers[K]> extends readonly (infer Each)[]
    ? Extract<Each, string>
    : Extract<NonNullable<Answers[K]>, string>
type NumberKey = { [K in QuestionKey]: NonNullable<Answers[K]> extends number ? K : never }[QuestionKey]

export type Facts = {
  readonly answers: Answers
  readonly context: TriageContext
  readonly age: number | undefined
  readonly sex: 'female' | 'male' | 'other' | undefined
  /** One of these values was given. Not sure, or open though it applies: unknown. */
  says<K extends QuestionKey>(key: K, ...values: ValueOf<K>[]): Tri
  number(key: NumberKey, test: (value: number) => boolean): Tri
  ageIs(test: (years: number) => boolean): Tri
  marked(...tags: RegionTag[]): Tri
  mainIs(...tags: RegionTag[]): Tri
  /** Days since the injection or operation; undefined when nobody said the day. */
  readonly daysSinceProcedure: number | undefined
  /** Months of pain, at the least and at the most that the given date allows. */
  readonly painMonths: { readonly least: number; readonly most: number } | undefined
  /** Whole years at the earliest day the pain can have begun. */
  readonly ageAtOnset: number | undefined
  readonly painDays: { readonly least: number; readonly most: number } | undefined
}

function yearsBetween(born: Temporal.PlainDate, today: Temporal.PlainDate) {
  return born.until(today, { largestUnit: 'year' }).years
}

function spanUntil(range: DayRange, today: Temporal.PlainDate, unit: 'month' | 'day') {
  const count = (from: Temporal.PlainDate) => {
    const length = from.until(today, { largestUnit: unit })
    return Math.max(0, unit === 'month' ? length.months : length.days)
  }
  const latest = Temporal.PlainDate.compare(range.latest, today) > 0 ? today : range.latest
  return { least: count(latest), most: count(range.earliest) }
}

function tagFacts(answers: Answers, open: ReadonlySet<string>) {
  const tagsOf = (ids: readonly Parameters<typeof regionOf>[0][]) => ids.flatMap((id) => regionOf(id).tags)
  const within = (wanted: readonly RegionTag[], present: readonly RegionTag[]) =>
    truth(wanted.some((tag) => present.includes(tag)))
  return {
    marked: (...wanted: RegionTag[]): Tri => {
      if (!answers.painAreas) return open.has('painAreas') ? 'unknown' : 'no'
      return within(wanted, tagsOf(answers.painAreas.map((area) => area.region)))
    },
    mainIs: (...wanted: RegionTag[]): Tri =>
      answers.mainArea ? within(wanted, tagsOf([answers.mainArea])) : 'unknown',
  }
}

function procedureDay(answers: Answers, context: TriageContext) {
  const given = context.postProcedure?.date ?? answers.procedureDate
  return given === undefined ? null : dayRange(given)
}

/** Reads answers once into three-valued facts. Answers count as given, also where their question no longer applies. */
export function readFacts(answers: Answers, context: TriageContext): Facts {
  const today = Temporal.PlainDate.from(context.asOf)
  const open = new Set<string>(visibleQuestions(answers).map((question) => question.key))
  const ifOpen = (key: QuestionKey): Tri => (open.has(key) ? 'unknown' : 'no')
  const born = dayRange(answers.birthDate ?? '')
  const age = born ? yearsBetween(born.earliest, today) : context.age
  const since = dayRange(answers.painSince ?? '')
  const procedure = procedureDay(answers, context)
  return {
    answers,
    context,
    age,
    sex: answers.sexAtBirth ?? context.sex,
    says(key, ...values) {
      const answer: unknown = answers[key]
      if (answer === undefined) return ifOpen(key)
      const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
      const wanted: readonly unknown[] = values
      if (given.some((value) => wanted.includes(value))) return 'yes'
      return given.includes('not_sure') ? 'unknown' : 'no'
    },
    number(key, test) {
      const answer: unknown = answers[key]
      return typeof answer === 'number' ? truth(test(answer)) : ifOpen(key)
    },
    ageIs: (test) => (age === undefined ? 'unknown' : truth(test(age))),
    ...tagFacts(answers, open),
    daysSinceProcedure: procedure ? spanUntil(procedure, today, 'day').least : undefined,
    painMonths: since ? spanUntil(since, today, 'month') : undefined,
    ageAtOnset: born && since ? yearsBetween(born.earliest, since.earliest) : undefined,
    painDays: since ? spanUntil(since, today, 'day') : undefined,
  }
}
