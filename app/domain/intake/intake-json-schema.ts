import { z } from 'zod'
import { answerSchema } from './answer-schema'
import { bodyMapRegions } from './body-map-regions'
import { applicationSchema, ifThen, type Json } from './condition-schema'
import { conditionWords } from './condition-words'
import { type Instrument, type InstrumentQuestion, instrument } from './instrument'
import { optionsOf } from './options-of'
import { sections } from './sections'
import { sideSchemas } from './side-schema'

const day = { type: 'string', format: 'date' }
const month = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }
const year = { type: 'string', pattern: '^[0-9]{4}$' }

/** Each choice with the words a person sees. */
function choices(question: InstrumentQuestion): Json {
  const options = optionsOf(question)
  return {
    type: 'string',
    enum: options.map(({ value }) => value),
    oneOf: options.map(({ value, label, hint }) => ({
      const: value,
      title: label,
      ...(hint && { description: hint }),
    })),
  }
}

/** What its kind allows, beyond what the answer's own schema can say. */
function shapeOf(question: InstrumentQuestion, which: Instrument): Json {
  const { $schema: _, ...plain } = z.toJSONSchema(answerSchema(question.key, which)) as { $schema: string } & Json
  switch (question.kind) {
    case 'yes-no-unsure':
    case 'choice':
      return choices(question)
    case 'multi-choice':
      return {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: choices(question),
        anyOf: [{ maxItems: 1 }, { not: { contains: { const: 'none' } } }],
      }
    case 'date':
      return day
    case 'partial-date':
      return { anyOf: [day, month, year] }
    case 'region':
      return { $ref: '#/$defs/region' }
    case 'regions':
      return { ...plain, items: { $ref: '#/$defs/painArea' }, allOf: bodyMapRegions.map(({ id }) => once(id)) }
    default:
      return plain
  }
}

function once(region: string): Json {
  const area = { properties: { region: { const: region } }, required: ['region'] }
  return { contains: area, minContains: 0, maxContains: 1 }
}

const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`)

function kindWords(question: InstrumentQuestion): string[] {
  switch (question.kind) {
    case 'multi-choice':
      return ['A list.']
    case 'date':
      return ['YYYY-MM-DD.']
    case 'partial-date':
      return ['YYYY, YYYY-MM or YYYY-MM-DD.']
    case 'number':
      return question.lowLabel && question.highLabel
        ? [`${question.min} = ${question.lowLabel}; ${question.max} = ${question.highLabel}.`]
        : []
    case 'point':
      return ['Millimetres on the drawing; x grows to the viewer’s right, y downwards from the crown.']
    case 'consent':
      return [`Text ${question.consentVersion}: ${question.consentText}`]
    case 'files':
      return ['Papers handed over, by their id in the record.']
    default:
      return []
  }
}

const agreement: { readonly [key: string]: string } = {
  mainArea: 'Must be one of the regions in painAreas.',
  painSide:
    'Must agree with painAreas: marks on both sides allow left, right or both; marks on one side only that side; marks only in the middle: middle. Never the side opposite to mainArea.',
}

function descriptionOf(question: InstrumentQuestion): string {
  const need = question.required ? 'Required' : 'Optional'
  const when = question.appliesWhen
    ? `${question.required ? need : `${need}; applies`} when ${conditionWords(question.appliesWhen)}.`
    : `${need}.`
  return [
    sentence(question.label),
    ...(question.hint ? [sentence(question.hint)] : []),
    ...kindWords(question),
    ...(agreement[question.key] ? [agreement[question.key]] : []),
    when,
    ...(question.emergency ? ['Emergency item.'] : []),
  ].join(' ')
}

function propertyOf(question: InstrumentQuestion, which: Instrument): Json {
  const { part, title } = sections[question.section]
  return {
    title: `Part ${part}, ${title}: ${question.label}`,
    description: descriptionOf(question),
    ...shapeOf(question, which),
  }
}

/** JSON Schema 2020-12 of a complete intake: what to ask, what each value means, and when a question is required. */
export function intakeJsonSchema(which: Instrument = instrument): Json {
  const required = which.questions.filter((question) => question.required)
  const always = required.filter((question) => !question.appliesWhen)
  const sometimes = required.filter((question) => question.appliesWhen)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:ilium:intake:${which.version}`,
    title: `Intake ${which.version}`,
    description:
      'Answers of one person, keyed by stable question key. “not_sure” is always an allowed way to say that something is not known; leaving a required question out is not.',
    type: 'object',
    properties: Object.fromEntries(which.questions.map((question) => [question.key, propertyOf(question, which)])),
    required: always.map(({ key }) => key),
    additionalProperties: false,
    allOf: [
      ...sometimes.map(({ key }) => ifThen(applicationSchema(key, which), { required: [key] })),
      ...sideSchemas(),
    ],
    $defs: {
      region: {
        description: 'Places on the body map. Left and right are the patient’s own.',
        type: 'string',
        enum: bodyMapRegions.map(({ id }) => id),
        oneOf: bodyMapRegions.map((region) => ({ const: region.id, title: region.name })),
      },
      painArea: {
        type: 'object',
        properties: {
          region: { $ref: '#/$defs/region' },
          strength: { type: 'integer', minimum: 0, maximum: 10, description: 'How strong it is there, 0 to 10.' },
        },
        required: ['region'],
        additionalProperties: false,
      },
    },
  }
}
