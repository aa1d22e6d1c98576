import {
  type AnswerValue,
  type Answers,
  type Instrument,
  type InstrumentQuestion,
  instrument,
} from '../intake/instrument'
import { givenAnswers } from '../intake/given-answers'
import type { SectionKey } from '../intake/question'
import { sections } from '../intake/sections'
import { canonicalBase, questionnaireVersionUrl } from './canonical'
import { choicesOf } from './choices-of'
import type { Coding, QuestionnaireResponse, Reference, ResponseAnswer, ResponseItem } from './resources'

function codingOf(question: InstrumentQuestion, value: string, base: string): Coding {
  return choicesOf(question, base).find(({ code }) => code === value) ?? { code: value }
}

type Single = Exclude<AnswerValue, readonly unknown[]> | Extract<AnswerValue, readonly unknown[]>[number]

function textOf(question: InstrumentQuestion, value: string, base: string): ResponseAnswer {
  if (question.kind === 'text') return { valueString: value }
  if (question.kind === 'date' || question.kind === 'partial-date') return { valueDate: value }
  return { valueCoding: codingOf(question, value, base) }
}

function answerOf(question: InstrumentQuestion, value: Single, base: string): ResponseAnswer {
  if (typeof value === 'string') return textOf(question, value, base)
  if (typeof value === 'boolean') return { valueBoolean: value }
  if (typeof value === 'number')
    return question.kind === 'number' && question.whole ? { valueInteger: value } : { valueDecimal: value }
  if ('id' in value)
    return {
      valueReference: { reference: `DocumentReference/${value.id}`, type: 'DocumentReference', display: value.kind },
    }
  const part = (name: string, answer: ResponseAnswer) => ({ linkId: `${question.key}.${name}`, answer: [answer] })
  if ('view' in value)
    return {
      valueCoding: codingOf(question, value.view, base),
      item: [part('x', { valueDecimal: value.x }), part('y', { valueDecimal: value.y })],
    }
  const valueCoding = codingOf(question, value.region, base)
  return value.strength === undefined
    ? { valueCoding }
    : { valueCoding, item: [part('strength', { valueInteger: value.strength })] }
}

function itemOf(question: InstrumentQuestion, answers: Answers, base: string): ResponseItem[] {
  const value = answers[question.key]
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return []
  const each: readonly Single[] = Array.isArray(value) ? value : [value]
  return [{ linkId: question.key, text: question.label, answer: each.map((one) => answerOf(question, one, base)) }]
}

type Wish = {
  readonly answers: Answers
  /** The version the answers were given to. */
  readonly which?: Instrument
  /** When they were sent, as an instant with its offset: 2026-11-22T10:42:00-06:00. */
  readonly authored: string
  readonly status?: QuestionnaireResponse['status']
  readonly id?: string
  readonly subject?: Reference
  /** Who entered them: the person, or whoever asked by phone. */
  readonly author?: Reference
  /** Who answered. */
  readonly source?: Reference
  readonly base?: string
}

/** The answers of one person as a FHIR R4 QuestionnaireResponse. Only answers to questions that apply, in the order and words of their version. */
export function fhirResponse({
  answers,
  which = instrument,
  base = canonicalBase,
  ...about
}: Wish): QuestionnaireResponse {
  const given = givenAnswers(answers, which)
  const present = [...new Set(which.questions.map(({ section }) => section))]
  const group = (section: SectionKey): ResponseItem[] => {
    const inside = which.questions
      .filter((each) => each.section === section)
      .flatMap((each) => itemOf(each, given, base))
    return inside.length === 0 ? [] : [{ linkId: `section.${section}`, text: sections[section].name, item: inside }]
  }
  const { id, status = 'completed', subject, authored, author, source } = about
  return {
    resourceType: 'QuestionnaireResponse',
    ...(id ? { id } : {}),
    language: which.language,
    questionnaire: questionnaireVersionUrl(which, base),
    status,
    ...(subject ? { subject } : {}),
    authored,
    ...(author ? { author } : {}),
    ...(source ? { source } : {}),
    item: present.flatMap(group),
  }
}
