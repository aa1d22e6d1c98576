import { Temporal } from 'temporal-polyfill'
import type { RegionTag } from '~/domain/intake/body-map-regions'
import { givenAnswers } from '~/domain/intake/given-answers'
import {
  type Answers,
  asks,
  type Instrument,
  instrument,
  instrumentOf,
  type InstrumentQuestion,
  type QuestionKey,
} from '~/domain/intake/instrument'
import { type DayRange, dayRange } from '~/domain/intake/partial-date'
import { regionOf } from '~/domain/intake/region-of'
import { visibleQuestions } from '~/domain/intake/visible-questions'
import type { TriageContext } from './triage-result'

type Elapsed = { readonly days: number; readonly months: number }
/** Time passed since the latest and since the earliest day that a date, a month or a year can mean. */
type Span = { readonly latest: Elapsed; readonly earliest: Elapsed }

/** Everything that conditions ask about one intake, read once. */
export type Facts = {
  /** The answers that count. */
  readonly answers: Answers
  readonly context: TriageContext
  /** The version of the questionnaire that was filled in. */
  readonly instrument: Instrument
  /** Its questions that apply to these answers, in order. */
  readonly asked: readonly InstrumentQuestion[]
  /** Whole years on the day of asking. */
  readonly age: number | undefined
  readonly ageAtOnset: number | undefined
  /** The question applies; while it has no answer nobody knows. */
  isOpen(key: QuestionKey): boolean
  /** That version did not have this question. */
  wasNotAsked(key: QuestionKey): boolean
  /** The person took an emergency answer to this back as a wrong tap. */
  wasCorrected(key: QuestionKey): boolean
  /** Tags of all places marked; undefined while no map was filled in. */
  readonly tags: ReadonlySet<RegionTag> | undefined
  readonly mainTags: ReadonlySet<RegionTag> | undefined
  /** Different places, left and right counted once. */
  readonly sites: number
  /** Since the injection or operation; undefined when nobody said the day. */
  readonly daysSinceProcedure: number | undefined
  /** The same of the later one, when the clinic and the person know different ones. */
  readonly daysSinceLastProcedure: number | undefined
  /** Undefined when there is no answer, or none that is a date. */
  since(key: QuestionKey): Span | undefined
}

function yearsBetween(born: Temporal.PlainDate, today: Temporal.PlainDate) {
  return born.until(today, { largestUnit: 'year' }).years
}

function elapsed(from: Temporal.PlainDate, today: Temporal.PlainDate): Elapsed {
  if (Temporal.PlainDate.compare(from, today) > 0) return { days: 0, months: 0 }
  return { days: from.until(today).days, months: from.until(today, { largestUnit: 'month' }).months }
}

function spanOf(range: DayRange, today: Temporal.PlainDate): Span {
  return { latest: elapsed(range.latest, today), earliest: elapsed(range.earliest, today) }
}

/** Dates are parsed when a condition first asks for them. */
function datesOf(answers: Answers, today: Temporal.PlainDate) {
  const known = new Map<QuestionKey, Span | undefined>()
  return (key: QuestionKey): Span | undefined => {
    if (!known.has(key)) {
      const text: unknown = answers[key]
      const range = typeof text === 'string' ? dayRange(text) : null
      known.set(key, range ? spanOf(range, today) : undefined)
    }
    return known.get(key)
  }
}

function tagsOf(ids: readonly Parameters<typeof regionOf>[0][]): ReadonlySet<RegionTag> {
  return new Set(ids.flatMap((id) => regionOf(id).tags))
}

/** What counts of an intake; what was only asked later than its version counts while it would be asked today. */
function only(answers: Answers, filledIn: Instrument, asked: readonly InstrumentQuestion[]): Answers {
  const own = givenAnswers(answers, filledIn, asked)
  if (filledIn === instrument) return own
  const later = Object.entries(givenAnswers(answers)).filter(([key]) => !asks(filledIn, key))
  return { ...own, ...Object.fromEntries(later) }
}

/**
 * Reads what conditions ask. Answers of questions that no longer apply count nowhere: this is the one place that leaves them
 * out. With "all" every answer counts: for a single answer that is just given, and for rule set 1.0.0, which read so.
 */
export function readFacts(given: Answers, context: TriageContext, counting: 'visible' | 'all' = 'visible'): Facts {
  const today = Temporal.PlainDate.from(context.asOf)
  const filledIn = context.instrumentVersion === undefined ? instrument : instrumentOf(context.instrumentVersion)
  const asked = visibleQuestions(given, filledIn)
  const answers = counting === 'all' ? given : only(given, filledIn, asked)
  const visible = new Set<string>(asked.map((question) => question.key))
  const born = dayRange(answers.birthDate ?? '')
  const since = dayRange(answers.painSince ?? '')
  const procedures = [context.postProcedure?.date, answers.procedureDate].flatMap((date) => {
    const range = dayRange(date ?? '')
    return range ? [elapsed(range.latest, today).days] : []
  })
  const regions = (answers.painAreas ?? []).map((area) => area.region)
  return {
    answers,
    context,
    instrument: filledIn,
    asked,
    age: born ? yearsBetween(born.earliest, today) : context.age,
    ageAtOnset: born && since ? yearsBetween(born.earliest, since.earliest) : undefined,
    isOpen: (key) => visible.has(key),
    wasNotAsked: (key) => !asks(filledIn, key),
    wasCorrected: (key) => context.corrected?.includes(key) ?? false,
    tags: answers.painAreas ? tagsOf(regions) : undefined,
    mainTags: answers.mainArea ? tagsOf([answers.mainArea]) : undefined,
    sites: new Set(regions.map((region) => region.replace(/-(left|right)$/, ''))).size,
    daysSinceProcedure: procedures[0],
    daysSinceLastProcedure: procedures.length > 0 ? Math.min(...procedures) : undefined,
    since: datesOf(answers, today),
  }
}
