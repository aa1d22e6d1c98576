import { z } from 'zod'
import { bodyMapRegions } from './body-map-regions'
import type { Condition } from './condition'
import { type InstrumentQuestion, instrument } from './instrument'
import { answerSchema } from './answer-schema'
import { optionsOf } from './options-of'
import { regionOf } from './region-of'
import { sections } from './steps'

type Json = { [key: string]: unknown }

function regionsTagged(tags: readonly string[]) {
  return bodyMapRegions
    .map((region) => regionOf(region.id))
    .filter((region) => region.tags.some((tag) => tags.includes(tag)))
}

function conditionSchema(condition: Condition): Json {
  if ('any' in condition) return { anyOf: condition.any.map(conditionSchema) }
  if ('all' in condition) return { allOf: condition.all.map(conditionSchema) }
  if ('marked' in condition) {
    const ids = regionsTagged(condition.marked).map((region) => region.id)
    const area = { properties: { region: { enum: ids } }, required: ['region'] }
    return { properties: { painAreas: { contains: area } }, required: ['painAreas'] }
  }
  const listed = { enum: 'in' in condition ? condition.in : condition.notIn }
  const hit = { anyOf: [listed, { type: 'array', contains: listed }] }
  if ('in' in condition) return { properties: { [condition.question]: hit }, required: [condition.question] }
  return { not: { properties: { [condition.question]: hit }, required: [condition.question] } }
}

function requiredWhen(key: string, condition: Condition): Json {
  return { anyOf: [{ not: conditionSchema(condition) }, { required: [key] }] }
}

function conditionWords(condition: Condition): string {
  if ('any' in condition) return condition.any.map(conditionWords).join(', or ')
  if ('all' in condition) return condition.all.map(conditionWords).join(', and ')
  if ('marked' in condition) {
    return `painAreas has one of: ${regionsTagged(condition.marked)
      .map((region) => region.id)
      .join(', ')}`
  }
  if ('in' in condition) return `${condition.question} is or contains one of: ${condition.in.join(', ')}`
  return `${condition.question} is none of: ${condition.notIn.join(', ')}`
}

/** No choice twice, and "none" never beside another choice. */
function listRules(question: InstrumentQuestion): Json {
  if (question.kind === 'regions') return { uniqueItems: true }
  if (question.kind !== 'multi-choice') return {}
  return { uniqueItems: true, anyOf: [{ maxItems: 1 }, { not: { contains: { const: 'none' } } }] }
}

function descriptionOf(question: InstrumentQuestion): string {
  const need = question.required ? 'Required' : 'Optional; applies'
  const lines = [/[.?!]$/.test(question.label) ? question.label : `${question.label}.`]
  if (question.hint) lines.push(question.hint)
  const values = optionsOf(question).map(
    (option) => `${option.value} = ${option.label}${option.hint ? ` (${option.hint})` : ''}`,
  )
  if (values.length > 0) lines.push(`${question.kind === 'multi-choice' ? 'List of' : 'One of'}: ${values.join('; ')}.`)
  if (question.kind === 'partial-date') lines.push('YYYY, YYYY-MM or YYYY-MM-DD.')
  if (question.kind === 'date') lines.push('YYYY-MM-DD.')
  if (question.kind === 'number' && question.lowLabel)
    lines.push(`${question.min} = ${question.lowLabel}; ${question.max} = ${question.highLabel}.`)
  if (question.kind === 'region' || question.kind === 'regions') lines.push('Region ids are listed under $defs/region.')
  if (question.kind === 'point')
    lines.push('Millimetres on the drawing; x grows to the viewer’s right, y downwards from the crown.')
  if (question.kind === 'consent') lines.push(`Text ${question.consentVersion}: ${question.consentText}`)
  if (question.key === 'mainArea') lines.push('Must be one of the regions in painAreas.')
  if (question.key === 'painSide') {
    lines.push(
      'Must agree with painAreas: marks on both sides allow left, right or both; marks on one side only that side;',
    )
    lines.push('marks only in the middle: middle. Never the side opposite to mainArea.')
  }
  if (question.appliesWhen) lines.push(`${need} when ${conditionWords(question.appliesWhen)}.`)
  else lines.push(question.required ? 'Required.' : 'Optional.')
  if (question.emergency) lines.push('Emergency item.')
  return lines.join(' ')
}

const shape = z.strictObject(
  Object.fromEntries(
    instrument.questions.map((question) => {
      const schema = answerSchema(question.key)
      return [question.key, question.required && !question.appliesWhen ? schema : schema.optional()]
    }),
  ),
)

/** JSON Schema 2020-12 of a complete intake: what to ask, what each value means, and when a question is required. */
export function intakeJsonSchema(): Json {
  const plain = z.toJSONSchema(shape) as Json & { properties: { [key: string]: Json } }
  const properties = Object.fromEntries(
    instrument.questions.map((question) => {
      const part = sections[question.section]
      return [
        question.key,
        {
          title: `Part ${part.part}, ${part.title}: ${question.label}`,
          description: descriptionOf(question),
          ...plain.properties[question.key],
          ...listRules(question),
        },
      ]
    }),
  )
  const conditional = instrument.questions
    .filter((question) => question.required && question.appliesWhen)
    .map((question) => requiredWhen(question.key, question.appliesWhen as Condition))
  return {
    ...plain,
    $id: `urn:ilium:intake:${instrument.version}`,
    title: `Intake ${instrument.version}`,
    description:
      'Answers of one person, keyed by stable question key. “not_sure” is always an allowed way to say that something is not known; leaving a required question out is not.',
    properties,
    allOf: conditional,
    $defs: {
      region: {
        description: 'Places on the body map. Left and right are the patient’s own.',
        oneOf: bodyMapRegions.map((region) => ({ const: region.id, title: region.name })),
      },
    },
  }
}
