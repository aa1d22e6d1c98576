import { Temporal } from 'temporal-polyfill'
import type { QuestionKey } from '~/domain/intake/instrument'
import { dayRange } from '~/domain/intake/partial-date'
import type { Facts } from './facts'

const activeCare = ['physicalTherapy', 'homeExercise', 'manipulation', 'behavioral'] as const
type Care = (typeof activeCare)[number]
type Weeks = { readonly least: number; readonly most: number }

const textOf = (facts: Facts, key: QuestionKey) => {
  const answer: unknown = facts.answers[key]
  return typeof answer === 'string' ? answer : ''
}

function weeksBetween(from: Temporal.PlainDate, until: Temporal.PlainDate): number {
  return Math.max(0, from.until(until).days / 7)
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) > 0 ? one : other
const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other

/** Weeks of one kind of care since a day. Without a beginning nobody knows when it was; without an end it goes on. */
function weeksOf(facts: Facts, care: Care, since: Temporal.PlainDate, today: Temporal.PlainDate): Weeks {
  const told: unknown = facts.answers[`${care}Weeks`]
  const most = typeof told === 'number' ? told : Number.POSITIVE_INFINITY
  const from = dayRange(textOf(facts, `${care}From`))
  const until = dayRange(textOf(facts, `${care}Until`)) ?? { earliest: today, latest: today }
  if (!from) return { least: 0, most: told === undefined ? 0 : Math.min(most, weeksBetween(since, today)) }
  const least = weeksBetween(later(from.latest, since), earlier(until.earliest, today))
  const longest = weeksBetween(later(from.earliest, since), earlier(until.latest, today))
  return { least: Math.min(most, least), most: Math.min(most, longest) }
}

/**
 * Weeks of active care within the last so many months: at the least the longest one kind, at the most all kinds together
 * (they may have been at the same time). Someone who is not sure what was tried may have had all of it.
 */
export function careWeeksWithin(facts: Facts, months: number): Weeks {
  const today = Temporal.PlainDate.from(facts.context.asOf)
  const since = today.subtract({ months })
  const each = activeCare.map((care) => weeksOf(facts, care, since, today))
  const unsure = facts.answers.treatments === undefined || facts.answers.treatments.includes('not_sure')
  return {
    least: Math.max(...each.map(({ least }) => least)),
    most: unsure ? Number.POSITIVE_INFINITY : each.reduce((sum, { most }) => sum + most, 0),
  }
}
