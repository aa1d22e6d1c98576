import { z } from 'zod'
import { bodyMapRegions, type RegionId } from './body-map-regions'
import { type Instrument, type InstrumentQuestion, instrument, type QuestionKey, questionOf } from './instrument'
import { optionsOf } from './options-of'
import { papersAtMost } from './paper-lists'
import { dayRange } from './partial-date'

const regionIds = bodyMapRegions.map((region) => region.id) as [RegionId, ...RegionId[]]
const region = z.enum(regionIds, 'Choose a place on the map')

const painArea = z.strictObject({
  region,
  strength: z.int('Use a whole number from 0 to 10').min(0).max(10).optional(),
})

const onPicture = 'Place the point on the picture'
const bodyPoint = z.strictObject({
  view: z.enum(['back', 'front'], onPicture),
  x: z.number(onPicture),
  y: z.number(onPicture),
})

function choiceOf(question: InstrumentQuestion) {
  const values = optionsOf(question).map((option) => option.value)
  return z.enum(values as [string, ...string[]], 'Choose one of the answers')
}

function numberOf(question: InstrumentQuestion & { kind: 'number' }) {
  const range = `${question.min} to ${question.max}`
  const base = question.whole ? z.int(`Use a whole number from ${range}`) : z.number(`Use a number from ${range}`)
  return base.min(question.min, `Use a number from ${range}`).max(question.max, `Use a number from ${range}`)
}

function multiChoiceOf(question: InstrumentQuestion) {
  return z
    .array(choiceOf(question), 'Choose at least one answer')
    .min(1, 'Choose at least one answer')
    .refine((values) => new Set(values).size === values.length, 'Choose each answer once')
    .refine((values) => !values.includes('none') || values.length === 1, '“None” cannot stand beside other answers')
}

function filesOf(question: InstrumentQuestion & { kind: 'files' }) {
  const [first = 'other', ...rest] = question.paperKinds
  return z
    .array(z.strictObject({ id: z.uuid(), kind: z.enum([first, ...rest]) }), 'Hand in the papers again')
    .min(1, 'Hand in at least one paper')
    .max(papersAtMost, `Hand in at most ${papersAtMost} papers`)
    .refine((papers) => new Set(papers.map(({ id }) => id)).size === papers.length, 'Hand in each paper once')
}

function schemaOf(question: InstrumentQuestion): z.ZodType {
  switch (question.kind) {
    case 'yes-no-unsure':
    case 'choice':
      return choiceOf(question)
    case 'multi-choice':
      return multiChoiceOf(question)
    case 'number':
      return numberOf(question)
    case 'date':
      return z
        .string('Add a date')
        .regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as year-month-day, like 1980-03-31')
        .refine((text) => dayRange(text) !== null, 'There is no such day')
    case 'partial-date':
      return z
        .string('Add the year, like 2026')
        .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Add the year, like 2026, or month and year')
        .refine((text) => dayRange(text) !== null, 'There is no such date')
    case 'text': {
      const text = z.string('Write it in words').max(question.maxLength, `Use at most ${question.maxLength} characters`)
      return question.required ? text.regex(/\S/, 'Write it in words') : text
    }
    case 'regions':
      return z
        .array(painArea, 'Mark at least one place')
        .min(1, 'Mark at least one place')
        .refine((areas) => new Set(areas.map((area) => area.region)).size === areas.length, 'Mark each place once')
    case 'region':
      return region
    case 'point':
      return bodyPoint
    case 'files':
      return filesOf(question)
    case 'consent':
      return z.literal(true, 'Tick the box if you agree')
  }
}

const known = new WeakMap<InstrumentQuestion, z.ZodType>()

/** Checks one answer by its question's kind and limits; messages say how to repair. Throws when this version does not ask it. */
export function answerSchema(key: QuestionKey, which: Instrument = instrument): z.ZodType {
  const question = questionOf(key, which)
  const schema = known.get(question) ?? schemaOf(question)
  known.set(question, schema)
  return schema
}
