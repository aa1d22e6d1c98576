import type { RegionTag } from '~/domain/intake/body-map-regions'
import { type QuestionKey, questionOf } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import type { Comparison, ComputedFact, Expr } from './expr'
import { tagWords } from './tag-words'

/** One line of a condition in words, with the lines that stand indented under it. */
export type ConditionLine = { readonly text: string; readonly under: readonly ConditionLine[] }

const computedWords: { readonly [F in ComputedFact]: string } = {
  'pain-on-one-side': 'Every place marked is on one side, and the side in words is the same',
  'below-knee-on-both-sides': 'Places below the knee are marked on both sides',
  'thigh-back-on-both-sides': 'The back of the thigh is marked on both sides',
  'injected-side-is-pain-side': 'The last SI joint injection was on the painful side, or on both',
  'only-test-injections': 'Every SI joint injection so far was a test injection, by the numbers told',
  'four-treatments-this-year':
    '4 days or more with an SI joint treatment in 12 months; test injections come first and do not count',
  'lives-outside-clinic-state': 'The state where the person lives is not the clinic’s',
  'fever-after-procedure': 'The fever began on the day of the injection or operation of the last 30 days, or later',
  'asked-before-1.1.0': 'The questions were asked as version 1.0.0 had them',
}

function amount(is: Comparison, than: number, unit = ''): string {
  const value = unit ? `${than} ${unit}` : String(than)
  const words: { readonly [C in Comparison]: string } = {
    '<': `less than ${value}`,
    '<=': `${value} or less`,
    '=': `exactly ${value}`,
    '>=': `${value} or more`,
    '>': `more than ${value}`,
  }
  return words[is]
}

function labelsOf(key: QuestionKey, values: readonly string[]): string {
  const labels = new Map(optionsOf(questionOf(key)).map((option) => [option.value, option.label]))
  return values.map((value) => labels.get(value) ?? value).join('” or “')
}

const placesOf = (tags: readonly RegionTag[]) => tags.map((tag) => tagWords[tag]).join('; or ')

const readWords = {
  latest: 'at the latest day it can mean',
  earliest: 'at the earliest day it can mean',
  both: 'whatever day it means',
} as const

function leafWords(expr: Expr): string | null {
  switch (expr.op) {
    case 'unknown':
      return 'Answers alone cannot decide this: unknown'
    case 'says':
      return `${questionOf(expr.key).label} “${labelsOf(expr.key, expr.values)}”`
    case 'given':
      return `${questionOf(expr.key).label} Surely “${labelsOf(expr.key, expr.values)}”; not sure counts as no`
    case 'only':
      return `${questionOf(expr.key).label} Nothing but “${labelsOf(expr.key, expr.values)}”`
    case 'unanswered':
      return `${questionOf(expr.key).label} Left open`
    case 'number':
      return `${questionOf(expr.key).label} ${capital(amount(expr.is, expr.than))}${expr.missing ? '; open counts as no' : ''}`
    case 'age':
      return `Age ${amount(expr.is, expr.than)}`
    case 'ageAtOnset':
      return `Age when the pain began: ${amount(expr.is, expr.than)}`
    case 'daysSinceProcedure':
    case 'daysSinceLastProcedure':
      return `Days since the injection or operation: ${amount(expr.is, expr.than)}`
    case 'count':
      return `${questionOf(expr.key).label} ${capital(amount(expr.is, expr.than))} ticked`
    case 'score':
      return `Points of ${expr.keys.length} answers together: ${amount(expr.is, expr.than)} (${expr.keys.map((key) => questionOf(key).label).join(' / ')})`
    case 'careWeeks':
      return `Active care within the last ${expr.months} months: ${amount(expr.is, expr.than, 'weeks')}, by the dates given`
    case 'sites':
      return `Different places marked: ${amount(expr.is, expr.than)}`
    case 'marked':
      return `Marked on the body map: ${placesOf(expr.tags)}`
    case 'mainIs':
      return `Hurts most: ${placesOf(expr.tags)}`
    case 'since':
      return `${questionOf(expr.key).label} ${capital(amount(expr.is, expr.than, expr.unit))} ago, ${readWords[expr.read]}${expr.missing ? '; no date counts as no' : ''}`
    case 'computed':
      return computedWords[expr.fact]
    default:
      return null
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The parts of "all of these" inside another one need no line of their own. */
function parts(op: 'all' | 'any', of: readonly Expr[]): ConditionLine[] {
  return of.flatMap((each) => (each.op === op ? parts(op, each.of) : [exprWords(each)]))
}

/** A condition in plain words, as a tree of lines for a page. Questions and choices are said as the patient saw them. */
export function exprWords(expr: Expr): ConditionLine {
  switch (expr.op) {
    case 'all':
      return { text: 'All of these', under: parts('all', expr.of) }
    case 'any':
      return { text: 'At least one of these', under: parts('any', expr.of) }
    case 'atLeast':
      return { text: `At least ${expr.count} of these`, under: expr.of.map(exprWords) }
    case 'named':
      return { text: capital(expr.name), under: [exprWords(expr.of)] }
    case 'not':
      return within('Not', expr.of)
    case 'surely':
      return within('Surely', expr.of)
    default:
      return { text: leafWords(expr) ?? '', under: [] }
  }
}

function within(word: string, of: Expr): ConditionLine {
  const inner = exprWords(of)
  return { text: `${word}: ${inner.text.charAt(0).toLowerCase()}${inner.text.slice(1)}`, under: inner.under }
}

/** The same lines one after the other, two spaces for each step in. */
export function conditionLines(line: ConditionLine, depth = 0): string[] {
  return [`${'  '.repeat(depth)}${line.text}`, ...line.under.flatMap((each) => conditionLines(each, depth + 1))]
}
