import type { Condition } from './condition'
import { type Instrument, isQuestionKey, questionOf } from './instrument'
import { pointsThatReach } from './points-that-reach'
import { regionsTagged } from './regions-tagged'

export type Json = { readonly [key: string]: unknown }

const never: Json = { not: {} }

/** Where the condition holds, the consequence does, too. */
export function ifThen(condition: Json | null, consequence: Json): Json {
  // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
  return { if: condition ?? {}, then: consequence }
}

function both(one: Json | null, other: Json): Json {
  return one ? { allOf: [one, other] } : other
}

/** When a question applies, as JSON Schema: a condition only looks at questions that apply themselves. Null: always. */
export function applicationSchema(key: string, which: Instrument): Json | null {
  const condition = isQuestionKey(key) ? questionOf(key, which).appliesWhen : undefined
  return condition ? conditionSchema(condition, which) : null
}

function given(key: string, answer: Json, which: Instrument): Json {
  return both(applicationSchema(key, which), { properties: { [key]: answer }, required: [key] })
}

function isOneOf(values: readonly string[]): Json {
  const listed = { enum: values }
  return { anyOf: [listed, { type: 'array', contains: listed }] }
}

/** Days are written with all their digits, so that what stands later in the alphabet is later: a pattern for this day and all after it. */
function dayFrom(day: string): string {
  const later = [...day].flatMap((digit, at) =>
    /[0-8]/.test(digit) ? [`${day.slice(0, at)}[${Number(digit) + 1}-9]`] : [],
  )
  return `^(${[day, ...later].join('|')})`
}

/** A condition on answers as a JSON Schema of the whole intake. */
function conditionSchema(condition: Condition, which: Instrument): Json {
  if ('any' in condition) return { anyOf: condition.any.map((each) => conditionSchema(each, which)) }
  if ('all' in condition) return { allOf: condition.all.map((each) => conditionSchema(each, which)) }
  if ('marked' in condition) {
    const area = { properties: { region: { enum: regionsTagged(condition.marked) } }, required: ['region'] }
    return given('painAreas', { contains: area }, which)
  }
  if ('score' in condition) {
    const ways = pointsThatReach(condition).map((answers) => ({
      allOf: answers.map(([key, value]) => given(key, { const: value }, which)),
    }))
    return ways.length === 0 ? never : { anyOf: ways }
  }
  if ('below' in condition)
    return given(condition.question, { type: 'number', exclusiveMaximum: condition.below }, which)
  if ('from' in condition) return given(condition.question, { type: 'string', pattern: dayFrom(condition.from) }, which)
  if ('in' in condition) return given(condition.question, isOneOf(condition.in), which)
  return { not: given(condition.question, isOneOf(condition.notIn), which) }
}
