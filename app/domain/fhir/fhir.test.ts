import { evalFhirPathTyped, toTypedValue } from '@medplum/core'
import fc from 'fast-check'
import { Fhir } from 'fhir'
import { describe, expect, test } from 'vitest'
import { anyIntakeOf } from '../intake/any-intake'
import { examples } from '../intake/examples'
import { type Answers, asks, instrument, instrumentOf } from '../intake/instrument'
import { versions } from '../intake/versions'
import { visibleQuestions } from '../intake/visible-questions'
import { fhirQuestionnaire } from './questionnaire'
import type { EnableWhen, QuestionnaireItem, QuestionnaireResponse, ResponseAnswer, ResponseItem } from './resources'
import { fhirResponse } from './response'

const fhir = new Fhir()
const authored = '2026-11-22T10:42:00-06:00'

function faultsOf(resource: object): string[] {
  const { messages } = fhir.validate(resource, { errorOnUnexpected: true })
  return messages
    .filter(({ severity }) => severity !== 'info')
    .map(({ location, message }) => `${location}: ${message}`)
}

function allItems(items: readonly QuestionnaireItem[]): QuestionnaireItem[] {
  return items.flatMap((item) => [item, ...allItems(item.item ?? [])])
}

function allAnswered(items: readonly ResponseItem[]): ResponseItem[] {
  return items.flatMap((item) => [
    item,
    ...allAnswered(item.item ?? []),
    ...allAnswered((item.answer ?? []).flatMap((answer) => answer.item ?? [])),
  ])
}

/** What a response says, as answers again. */
function answersIn(response: QuestionnaireResponse, which = instrument): Answers {
  const items = new Map(allAnswered(response.item).map((item) => [item.linkId, item.answer ?? []]))
  const plain = (answer: ResponseAnswer) =>
    answer.valueCoding?.code ??
    answer.valueInteger ??
    answer.valueDecimal ??
    answer.valueDate ??
    answer.valueString ??
    answer.valueBoolean
  const entries = which.questions.flatMap((question): [string, unknown][] => {
    const answers = items.get(question.key)
    const [first] = answers ?? []
    if (!answers || !first) return []
    const parts = (answer: ResponseAnswer) =>
      Object.fromEntries(
        (answer.item ?? []).map(({ linkId, answer: inner = [] }) => [linkId.split('.')[1], inner.map(plain)[0]]),
      )
    switch (question.kind) {
      case 'multi-choice':
        return [[question.key, answers.map(plain)]]
      case 'regions':
        return [[question.key, answers.map((answer) => ({ region: plain(answer), ...parts(answer) }))]]
      case 'point':
        return [[question.key, { view: plain(first), ...parts(first) }]]
      case 'files': {
        const papers = answers.map(({ valueReference }) => ({
          id: valueReference?.reference?.split('/')[1],
          kind: valueReference?.display,
        }))
        return [[question.key, papers]]
      }
      default:
        return [[question.key, plain(first)]]
    }
  })
  return Object.fromEntries(entries) as Answers
}

function holds(
  { question, operator, answerCoding, answerInteger, answerDecimal, answerDate }: EnableWhen,
  given: readonly ResponseItem[],
) {
  const answers = given.filter(({ linkId }) => linkId === question).flatMap(({ answer }) => answer ?? [])
  const same = ({ valueCoding }: ResponseAnswer) =>
    valueCoding?.code === answerCoding?.code && valueCoding?.system === answerCoding?.system
  if (operator === '=') return answers.some(same)
  if (operator === '!=') return !answers.some(same)
  if (answerDate !== undefined) return answers.some(({ valueDate }) => (valueDate ?? '') >= answerDate)
  const limit = answerInteger ?? answerDecimal ?? 0
  return answers.some(({ valueInteger, valueDecimal }) => (valueInteger ?? valueDecimal ?? limit) < limit)
}

/** Whether a form filler that follows R4 and SDC would ask this item. */
function isEnabled(item: QuestionnaireItem, response: QuestionnaireResponse, given: readonly ResponseItem[]): boolean {
  const expression = item.extension?.find(({ url }) => url.endsWith('enableWhenExpression'))?.valueExpression
    ?.expression
  if (expression) {
    const resource = toTypedValue(response)
    return evalFhirPathTyped(expression, [resource], { '%resource': resource })[0]?.value === true
  }
  const { enableWhen, enableBehavior } = item
  if (!enableWhen) return true
  return enableBehavior === 'any'
    ? enableWhen.some((each) => holds(each, given))
    : enableWhen.every((each) => holds(each, given))
}

describe.each(versions)('the FHIR R4 resources of %s', { timeout: 120_000 }, (version) => {
  const which = instrumentOf(version)
  const questionnaire = fhirQuestionnaire(which)
  const items = allItems(questionnaire.item)
  const byId = new Map(items.map((item) => [item.linkId, item]))

  test('the questionnaire is valid R4', () => {
    expect(faultsOf(questionnaire)).toEqual([])
  })

  test('every question is one item with its key, in its section, with its words', () => {
    expect(byId.size).toBe(items.length)
    for (const question of which.questions) {
      expect(byId.get(question.key)?.text).toBe(question.label)
      expect(byId.get(`section.${question.section}`)?.item?.map(({ linkId }) => linkId)).toContain(question.key)
    }
  })

  test('it keeps the rules of R4 that a schema cannot say', () => {
    const order = items.map(({ linkId }) => linkId)
    const linkIds = (list: readonly QuestionnaireItem[]) => list.map(({ linkId }) => linkId)
    expect(linkIds(items.filter(({ type, item }) => type === 'group' && !item?.length))).toEqual([])
    const shown = items.filter(({ type }) => type === 'display')
    expect(linkIds(shown.filter((each) => each.item ?? each.required ?? each.repeats ?? each.code))).toEqual([])
    expect(
      linkIds(items.filter(({ type, answerOption }) => (type === 'choice') !== Boolean(answerOption?.length))),
    ).toEqual([])
    const long = items.filter(({ maxLength }) => maxLength !== undefined)
    expect(linkIds(long.filter(({ type }) => type !== 'string' && type !== 'text'))).toEqual([])
    expect(linkIds(items.filter((each) => (each.enableWhen?.length ?? 0) > 1 && !each.enableBehavior))).toEqual([])
    const dangling = items.flatMap(({ linkId, enableWhen = [] }) =>
      enableWhen.filter(({ question, answerCoding }) => {
        const codes = byId.get(question)?.answerOption?.map(({ valueCoding }) => valueCoding.code) ?? []
        const unknown = answerCoding !== undefined && !codes.includes(answerCoding.code)
        return unknown || order.indexOf(question) < 0 || order.indexOf(question) >= order.indexOf(linkId)
      }),
    )
    expect(dangling).toEqual([])
  })

  test('yes, no and not sure are choices, and only a consent is a boolean', () => {
    const booleans = items.filter(({ type }) => type === 'boolean').map(({ linkId }) => linkId)
    expect(booleans).toEqual(['consentTelehealth', 'consentPrivacy'])
    expect(byId.get('saddleNumbness')?.answerOption?.map(({ valueCoding }) => valueCoding.code)).toEqual([
      'yes',
      'no',
      'not_sure',
    ])
  })

  test('a response is valid, says exactly the answers, and an item is asked when the form asks it', () => {
    fc.assert(
      fc.property(anyIntakeOf(which), (intake) => {
        const response = fhirResponse({ answers: intake, which, authored })
        expect(faultsOf(response)).toEqual([])
        expect(answersIn(response, which)).toEqual(intake)
        const given = allAnswered(response.item)
        const asked = items.filter((item) => asks(which, item.linkId) && isEnabled(item, response, given))
        expect(asked.map(({ linkId }) => linkId)).toEqual(visibleQuestions(intake, which).map(({ key }) => key))
      }),
      { numRuns: 25 },
    )
  })

  test.each(['1957-12-31', '1958-01-01'])('who was born on %s is asked the same moves as in the form', (birthDate) => {
    const { rightSided } = examples
    const known = Object.entries(rightSided.answers).filter(([key]) => asks(which, key))
    const moves = asks(which, 'selfTestsWish') ? { selfTestsWish: 'now', selfTestGates: ['none'] } : {}
    const intake = { ...Object.fromEntries(known), ...moves, birthDate } as Answers
    const response = fhirResponse({ answers: intake, which, authored })
    const given = allAnswered(response.item)
    const asked = items.filter((item) => asks(which, item.linkId) && isEnabled(item, response, given))
    expect(asked.map(({ linkId }) => linkId)).toEqual(visibleQuestions(intake, which).map(({ key }) => key))
  })

  test('every choice in a response is one of the questionnaire', () => {
    const text = (coding: object | undefined) => JSON.stringify(coding)
    fc.assert(
      fc.property(anyIntakeOf(which), (intake) => {
        const { item } = fhirResponse({ answers: intake, which, authored })
        const strange = allAnswered(item).flatMap(({ linkId, answer = [] }) => {
          const options = byId.get(linkId)?.answerOption?.map(({ valueCoding }) => text(valueCoding)) ?? []
          return answer.filter(({ valueCoding }) => valueCoding && !options.includes(text(valueCoding)))
        })
        expect(strange).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('the validator sees what is wrong', () => {
    const [group, ...rest] = questionnaire.item
    const spoilt = { ...questionnaire, item: [{ ...group, type: 'page' }, ...rest] }
    expect(faultsOf(spoilt)).not.toEqual([])
    expect(faultsOf({ ...questionnaire, pages: 3 })).not.toEqual([])
  })
})

test('the questionnaire says who it is', () => {
  expect(fhirQuestionnaire(instrument, { base: 'https://clinic.example/fhir', status: 'active' })).toMatchObject({
    url: 'https://clinic.example/fhir/Questionnaire/intake',
    version: instrument.version,
    status: 'active',
    id: `intake-${instrument.version}`,
  })
})

test('a response names the version, the person and who entered it', () => {
  const response = fhirResponse({
    answers: { ...examples.rightSided.answers, painfulRash: 'not_sure' },
    authored,
    id: 'one',
    subject: { reference: 'Patient/marla' },
    author: { reference: 'Practitioner/robin' },
    source: { reference: 'Patient/marla' },
  })
  expect(response).toMatchObject({
    questionnaire: `https://ilium.example/fhir/Questionnaire/intake|${instrument.version}`,
    status: 'completed',
    subject: { reference: 'Patient/marla' },
    author: { reference: 'Practitioner/robin' },
    authored,
  })
  expect(faultsOf(response)).toEqual([])
})

test('PHQ items carry their LOINC code, and their choices points', () => {
  const items = allItems(fhirQuestionnaire().item)
  expect(items.find(({ linkId }) => linkId === 'phqInterest')?.code?.[0]).toMatchObject({
    system: 'http://loinc.org',
    code: '44250-9',
  })
  const options = items.find(({ linkId }) => linkId === 'selfHarm')?.answerOption ?? []
  const noPoints = [undefined, undefined, undefined]
  expect(options.map(({ extension }) => extension?.[0]?.valueDecimal)).toEqual([0, 1, 2, 3, ...noPoints])
})

test('low mood asks six more in words that R4 cannot say in a list', () => {
  const item = allItems(fhirQuestionnaire().item).find(({ linkId }) => linkId === 'phqSleep')
  expect(item?.enableWhen).toBeUndefined()
  expect(item?.extension?.[0]?.valueExpression?.language).toBe('text/fhirpath')
})
