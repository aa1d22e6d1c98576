import type { QuestionKey } from '~/domain/intake/instrument'
import { careWeeksWithin } from './care-weeks'
import { compute } from './compute'
import type { Comparison, Expr } from './expr'
import type { Facts } from './facts'
import { ticked } from './ticked'
import { allOf, anyOf, atLeast, not, type Tri, truth } from './tri'

type Op<Name extends Expr['op']> = Extract<Expr, { op: Name }>
type Saying = Op<'says' | 'given' | 'only'>
type Reading = { readonly facts: Facts; readonly unasked: Tri }

const compare: { readonly [C in Comparison]: (one: number, other: number) => boolean } = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '=': (one, other) => one === other,
  '>=': (one, other) => one >= other,
  '>': (one, other) => one > other,
}

function threshold(value: number | undefined, expr: { is: Comparison; than: number }, missing: Tri): Tri {
  return value === undefined ? missing : truth(compare[expr.is](value, expr.than))
}

function open(key: QuestionKey, { facts, unasked }: Reading): Tri {
  if (facts.wasNotAsked(key)) return unasked
  return facts.isOpen(key) ? 'unknown' : 'no'
}

const calm: readonly unknown[] = ['no', 'none', 'not_at_all']

function says({ key, values }: Saying, reading: Reading): Tri {
  const answer: unknown = reading.facts.answers[key]
  if (answer === undefined) return open(key, reading)
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  const wanted: readonly unknown[] = values
  const said = given.filter((value) => wanted.includes(value))
  const steady = !reading.facts.wasCorrected(key)
  if (said.some((value) => steady || !calm.includes(value))) return 'yes'
  return said.length > 0 || given.includes('not_sure') ? 'unknown' : 'no'
}

function plainly({ op, key, values }: Saying, { facts }: Reading): Tri {
  const answer: unknown = facts.answers[key]
  if (answer === undefined) return 'no'
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  const wanted: readonly unknown[] = values
  if (op === 'given') return truth(given.some((value) => wanted.includes(value)))
  return truth(!facts.wasCorrected(key) && given.every((value) => wanted.includes(value)))
}

function since(expr: Op<'since'>, reading: Reading): Tri {
  const span = reading.facts.since(expr.key)
  if (!span) return expr.missing ?? open(expr.key, reading)
  const latest = truth(compare[expr.is](span.latest[expr.unit], expr.than))
  const earliest = truth(compare[expr.is](span.earliest[expr.unit], expr.than))
  if (expr.read === 'both') return latest === earliest ? latest : 'unknown'
  return expr.read === 'latest' ? latest : earliest
}

function number(expr: Op<'number'>, reading: Reading): Tri {
  const answer: unknown = reading.facts.answers[expr.key]
  return typeof answer === 'number' ? threshold(answer, expr, 'no') : (expr.missing ?? open(expr.key, reading))
}

function within({ tags }: Op<'marked' | 'mainIs'>, present: ReadonlySet<string> | undefined, missing: Tri): Tri {
  return present ? truth(tags.some((tag) => present.has(tag))) : missing
}

/** The comparison of a number known to lie between two; unknown when the two disagree. */
function agreed(span: { least: number; most: number }, { is, than }: { is: Comparison; than: number }): Tri {
  const least = truth(compare[is](span.least, than))
  return least === truth(compare[is](span.most, than)) ? least : 'unknown'
}

function count(expr: Op<'count'>, reading: Reading): Tri {
  const answer: unknown = reading.facts.answers[expr.key]
  if (!Array.isArray(answer)) return open(expr.key, reading)
  return threshold(ticked(answer), expr, 'no')
}

function score(expr: Op<'score'>, { facts }: Reading): Tri {
  const points = expr.keys.map((key) => expr.points[String(facts.answers[key])])
  const least = points.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  const unknown = points.filter((each) => each === undefined).length
  return agreed({ least, most: least + unknown * Math.max(...Object.values(expr.points)) }, expr)
}

/** A calm answer in place of an emergency one that was taken back as a wrong tap is not sure. */
function steady(key: QuestionKey, fact: Tri, { facts }: Reading): Tri {
  return fact === 'no' && facts.wasCorrected(key) ? 'unknown' : fact
}

function read(expr: Expr, reading: Reading): Tri {
  const { facts } = reading
  switch (expr.op) {
    case 'all':
      return allOf(expr.of, (each) => read(each, reading))
    case 'any':
      return anyOf(expr.of, (each) => read(each, reading))
    case 'atLeast':
      return atLeast(expr.count, ...expr.of.map((each) => read(each, reading)))
    case 'not':
      return not(read(expr.of, { facts, unasked: not(reading.unasked) }))
    case 'surely':
      return truth(read(expr.of, reading) === 'yes')
    case 'named':
      return read(expr.of, reading)
    case 'unknown':
      return 'unknown'
    case 'says':
      return steady(expr.key, says(expr, reading), reading)
    case 'given':
    case 'only':
      return steady(expr.key, plainly(expr, reading), reading)
    case 'unanswered':
      return truth(facts.answers[expr.key] === undefined)
    case 'number':
      return steady(expr.key, number(expr, reading), reading)
    case 'since':
      return steady(expr.key, since(expr, reading), reading)
    case 'marked':
      return steady('painAreas', within(expr, facts.tags, open('painAreas', reading)), reading)
    case 'mainIs':
      return steady('mainArea', within(expr, facts.mainTags, 'unknown'), reading)
    case 'age':
      return threshold(facts.age, expr, 'unknown')
    case 'ageAtOnset':
      return threshold(facts.ageAtOnset, expr, 'unknown')
    case 'daysSinceProcedure':
      return threshold(facts.daysSinceProcedure, expr, 'no')
    case 'daysSinceLastProcedure':
      return threshold(facts.daysSinceLastProcedure, expr, 'no')
    case 'count':
      return steady(expr.key, count(expr, reading), reading)
    case 'score':
      return score(expr, reading)
    case 'careWeeks':
      return agreed(careWeeksWithin(facts, expr.months), expr)
    case 'sites':
      return threshold(facts.sites, expr, 'no')
    case 'computed':
      return compute(expr.fact, facts)
  }
}

/**
 * Whether a condition holds: yes, no or unknown. A question that the pinned version of the questionnaire did not have is
 * unknown; with unasked "no" it is read as whatever keeps the condition from holding, so that it alone raises nothing.
 */
export function holds(expr: Expr, facts: Facts, unasked: 'unknown' | 'no' = 'unknown'): Tri {
  return read(expr, { facts, unasked })
}
