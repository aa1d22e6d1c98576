import Ajv from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyIntakeOf } from './any-intake'
import { applicationSchema } from './condition-schema'
import { examples } from './examples'
import { type Answers, instrumentOf } from './instrument'
import { intakeIssues } from './intake-issues'
import { intakeJsonSchema } from './intake-json-schema'
import { optionsOf } from './options-of'
import { sideOf } from './side-of'
import { currentVersion, versions } from './versions'
import { visibleQuestions } from './visible-questions'

type Property = {
  readonly title: string
  readonly description: string
  readonly enum?: readonly string[]
  readonly oneOf?: readonly { readonly const: string; readonly title: string }[]
}

type Schema = {
  readonly properties: { readonly [key: string]: Property }
  readonly required: readonly string[]
  readonly additionalProperties: boolean
}

function checkerOf(schema: object) {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
  addFormats(ajv)
  expect(ajv.validateSchema(schema)).toBe(true)
  return ajv.compile(schema)
}

type Mutation = { readonly name: string; readonly of: (intake: Answers) => object | null }

/** Ways to spoil an intake; null where this one cannot be spoilt so. */
const mutations = (version: (typeof versions)[number]): Mutation[] => {
  const which = instrumentOf(version)
  const mutable = which.questions.flatMap((question): Mutation[] => {
    const { key } = question
    const spoilt = (value: unknown) => (intake: Answers) =>
      intake[key] === undefined ? null : { ...intake, [key]: value }
    const gone = (intake: Answers) => {
      const { [key]: answer, ...rest } = intake
      return question.required && answer !== undefined ? rest : null
    }
    const wrong: { [kind: string]: unknown[] } = {
      'yes-no-unsure': ['perhaps', true, ['yes']],
      choice: ['perhaps', 1, []],
      'multi-choice': ['none', [], ['perhaps'], [...optionsOf(question).slice(0, 1), 'none'].map(String)],
      number: ['3', -1, 100_000, null],
      date: ['2026-02-30', '2026-1-1', '2026', 2026],
      'partial-date': ['2026-13', '26', '2026-02-30', 'March'],
      text: [7, null, 'x'.repeat(5000)],
      regions: [[], [{ region: 'tail' }], [{ region: 'sacrum', strength: 11 }], [{ region: 'sacrum', size: 1 }]],
      region: ['tail', 3],
      point: [
        { view: 'side', x: 1, y: 1 },
        { view: 'back', x: '1', y: 1 },
        { view: 'back', x: 1 },
      ],
      files: [[], [{ id: 'x', kind: 'other' }], [{ id: '3f0e1a52-5d3a-4d0e-9a57-0c6a7c9a4f11', kind: 'song' }]],
      consent: [false, 'on'],
    }
    return [
      { name: `${key} left out`, of: gone },
      ...(wrong[question.kind] ?? []).map((value, index) => ({ name: `${key} wrong ${index}`, of: spoilt(value) })),
    ]
  })
  return [
    ...mutable,
    { name: 'an unknown key', of: (intake) => ({ ...intake, shoeSize: 43 }) },
    {
      name: 'one choice twice',
      of: (intake) => ({ ...intake, aggravators: ['rising', 'rising'] }),
    },
    {
      name: 'one place twice',
      of: ({ painAreas = [], ...rest }) => ({
        ...rest,
        painAreas: [...painAreas, ...painAreas.slice(0, 1).map(({ region }) => ({ region }))],
      }),
    },
    {
      name: 'a side that is not marked',
      of: (intake) =>
        sideOf((intake.painAreas ?? []).map(({ region }) => region)) === 'both'
          ? null
          : { ...intake, painSide: 'both' },
    },
    {
      name: 'a main place that is not marked',
      of: (intake) =>
        intake.painAreas?.some(({ region }) => region === 'foot-left') ? null : { ...intake, mainArea: 'foot-left' },
    },
  ]
}

describe.each(versions)('the JSON Schema of %s', { timeout: 120_000 }, (version) => {
  const which = instrumentOf(version)
  const schema = intakeJsonSchema(which) as Schema & object
  const check = checkerOf(schema)

  test('describes every question and what its values mean', () => {
    expect(Object.keys(schema.properties)).toEqual(which.questions.map((question) => question.key))
    expect(schema.additionalProperties).toBe(false)
    for (const { title, description } of Object.values(schema.properties)) {
      expect(title).not.toBe('')
      expect(description).toMatch(/(Required|Optional)/)
    }
    expect(schema.properties['saddleNumbness']?.enum).toEqual(['yes', 'no', 'not_sure'])
    expect(schema.properties['canWalk']?.oneOf).toContainEqual({
      const: 'no_under_3_days',
      title: 'No, and this began in the last 3 days',
    })
    expect(schema.properties['traumaWhen']?.description).toContain(
      'Required when trauma is or contains one of: major, minor.',
    )
  })

  test('requires what everyone is asked', () => {
    const everyone = which.questions.filter((question) => question.required && !question.appliesWhen)
    expect(schema.required).toEqual(everyone.map((question) => question.key))
  })

  test('agrees with the form on every generated intake', () => {
    fc.assert(
      fc.property(anyIntakeOf(which), (intake) => {
        expect(check(intake), JSON.stringify(check.errors)).toBe(true)
        expect(intakeIssues(intake, which)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('refuses what the form refuses', () => {
    const all = mutations(version)
    fc.assert(
      fc.property(anyIntakeOf(which), fc.nat(), (intake, from) => {
        const some = Array.from({ length: 25 }, (_, index) => all[(from + index * 7) % all.length])
        for (const mutation of some) {
          const spoilt = mutation?.of(intake)
          if (!mutation || !spoilt) continue
          expect(intakeIssues(spoilt, which).length > 0, `the form takes: ${mutation.name}`).toBe(true)
          expect(check(spoilt), `the schema takes: ${mutation.name}`).toBe(false)
        }
      }),
      { numRuns: 120 },
    )
  })

  test('asks for a follow-up exactly when the form does', () => {
    fc.assert(
      fc.property(anyIntakeOf(which), fc.nat(), (intake, from) => {
        const conditional = visibleQuestions(intake, which).filter(
          ({ appliesWhen, required }) => appliesWhen && required,
        )
        const gone = conditional[from % Math.max(1, conditional.length)]
        if (!gone) return
        const { [gone.key]: _, ...rest } = intake
        expect(check(rest)).toBe(false)
        expect(intakeIssues(rest, which).map(({ path }) => path[0])).toContain(gone.key)
      }),
      { numRuns: 100 },
    )
  })

  test('an answer that a stray answer seems to call for is not required', () => {
    const { pregnancyDanger: _danger, ...male } = {
      ...examples.newNumbness.answers,
      sittingLimit: 'no',
      pregnancy: 'yes',
    } satisfies Answers
    const known = new Set<string>(which.questions.map(({ key }) => key))
    const answers = Object.fromEntries(Object.entries(male).filter(([key]) => known.has(key)))
    expect(intakeIssues(answers, which)).toEqual([])
    expect(check(answers), JSON.stringify(check.errors)).toBe(true)
  })
})

test('a day that a question waits for is the same in the schema and in the form', () => {
  const which = instrumentOf(currentVersion)
  const applies = checkerOf(applicationSchema('tryHeelRaises', which) ?? {})
  const moves: Answers = { ...examples.rightSided.answers, selfTestsWish: 'now', selfTestGates: ['none'] }
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2012-12-31'), noInvalidDate: true })
  const edge = fc.constantFrom('1956-12-31', '1957-12-31', '1958-01-01', '1958-10-01', '1960-01-01', '2000-02-29')
  fc.assert(
    fc.property(
      fc.oneof(
        edge,
        days.map((date) => date.toISOString().slice(0, 10)),
      ),
      (birthDate) => {
        const intake: Answers = { ...moves, birthDate }
        const asked = visibleQuestions(intake, which).some(({ key }) => key === 'tryHeelRaises')
        expect(asked).toBe(birthDate >= '1958')
        expect(applies(intake)).toBe(asked)
      },
    ),
  )
})
