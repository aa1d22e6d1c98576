import type { ConditionProperties, NestedCondition, TopLevelCondition } from 'json-rules-engine'
import type { Comparison, Expr } from '~/domain/triage/expr'

/** Operators the translated conditions need beside the engine's own. */
export const open = '(open)'

const operators: { readonly [C in Comparison]: string } = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '=': 'equal',
  '>=': 'greaterThanInclusive',
  '>': 'greaterThan',
}

type Reading = 'yes' | 'perhaps'
type Leaf = ConditionProperties

const hasAny = (fact: string, value: readonly string[]): Leaf => ({ fact, operator: 'hasAny', value: [...value] })
const constant = (value: boolean): Leaf => ({ fact: 'always', operator: 'equal', value })
const other: { readonly [R in Reading]: Reading } = { yes: 'perhaps', perhaps: 'yes' }

/** Every choice of so many parts. */
function choices<Part>(count: number, parts: readonly Part[]): Part[][] {
  if (count === 0) return [[]]
  return parts.flatMap((part, index) => choices(count - 1, parts.slice(index + 1)).map((rest) => [part, ...rest]))
}

/** A number that may be missing: missing is perhaps, unless the rules say no. */
function measured(fact: Leaf, reading: Reading, missing?: 'no'): NestedCondition {
  if (reading === 'yes' || missing === 'no') return fact
  return { any: [fact, { ...fact, operator: 'equal', value: open }] }
}

function leaf(expr: Expr, reading: Reading): NestedCondition {
  switch (expr.op) {
    case 'unknown':
      return constant(reading === 'perhaps')
    case 'says':
      return hasAny(expr.key, reading === 'yes' ? expr.values : [...expr.values, 'not_sure', open])
    case 'given':
      return hasAny(expr.key, expr.values)
    case 'only':
      return { fact: expr.key, operator: 'hasOnly', value: [...expr.values] }
    case 'unanswered':
      return { not: { fact: expr.key, operator: 'isGiven', value: true } }
    case 'marked':
    case 'mainIs':
      return hasAny(expr.op, reading === 'yes' ? expr.tags : [...expr.tags, open])
    case 'computed':
      return hasAny(expr.fact, reading === 'yes' ? ['yes'] : ['yes', 'unknown'])
    case 'number':
      return measured(
        { fact: 'number', params: { key: expr.key }, operator: operators[expr.is], value: expr.than },
        reading,
        expr.missing,
      )
    case 'count':
      return measured(
        { fact: 'count', params: { key: expr.key }, operator: operators[expr.is], value: expr.than },
        reading,
      )
    case 'since': {
      const { key, unit, read, missing } = expr
      if (read === 'both') throw new Error('Read a date at one of its ends first')
      const params = { key, unit, read }
      return measured({ fact: 'since', params, operator: operators[expr.is], value: expr.than }, reading, missing)
    }
    case 'score': {
      const params = { keys: [...expr.keys], points: { ...expr.points }, read: reading === 'yes' ? 'least' : 'most' }
      return { fact: 'score', params, operator: operators[expr.is], value: expr.than }
    }
    case 'age':
    case 'ageAtOnset':
      return measured({ fact: expr.op, operator: operators[expr.is], value: expr.than }, reading)
    case 'sites':
    case 'daysSinceProcedure':
    case 'daysSinceLastProcedure':
      return { fact: expr.op, operator: operators[expr.is], value: expr.than }
    default:
      throw new Error(`Not a leaf of these rules: ${expr.op}`)
  }
}

function nested(expr: Expr, reading: Reading): NestedCondition {
  switch (expr.op) {
    case 'all':
      return { all: expr.of.map((each) => nested(each, reading)) }
    case 'any':
      return { any: expr.of.map((each) => nested(each, reading)) }
    case 'atLeast':
      return { any: choices(expr.count, expr.of).map((some) => ({ all: some.map((each) => nested(each, reading)) })) }
    case 'not':
      return { not: nested(expr.of, other[reading]) }
    case 'surely':
      return nested(expr.of, 'yes')
    case 'named':
      return nested(expr.of, reading)
    case 'since': {
      if (expr.read !== 'both') return leaf(expr, reading)
      const ends = (['latest', 'earliest'] as const).map((read) => leaf({ ...expr, read }, reading))
      return reading === 'yes' ? { all: ends } : { any: ends }
    }
    default:
      return leaf(expr, reading)
  }
}

/**
 * A condition for json-rules-engine, which knows true and false only: "yes" is true when the condition surely holds,
 * "perhaps" also while it is unknown. A "not" turns one into the other.
 */
export function asJsonRules(expr: Expr, reading: Reading): TopLevelCondition {
  const condition = nested(expr, reading)
  return 'all' in condition || 'any' in condition || 'not' in condition ? condition : { all: [condition] }
}
