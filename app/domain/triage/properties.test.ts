import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyIntake } from '~/domain/intake/any-intake'
import { examples } from '~/domain/intake/examples'
import { givenAnswers } from '~/domain/intake/given-answers'
import {
  type Answers,
  asks,
  instrument,
  type InstrumentQuestion,
  instrumentOf,
  type QuestionKey,
} from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { examRules } from './rules-exam'
import { ruleSets } from './rule-sets'
import { ruleSet } from './rule-set'
import { triage } from './triage'
import { type ExamFinding, tiers, type TriageContext } from './triage-result'

const asOf = '2026-11-22'
const rankOf = (answers: Answers, context: Partial<TriageContext> = {}) =>
  tiers.indexOf(triage(answers, { asOf, ...context }).urgency.tier)

const someone = fc.constantFrom<Answers>(...Object.values(examples).map((example) => example.answers))
const question = fc.constantFrom<InstrumentQuestion>(...instrument.questions)

/** Mostly calm intakes with a few answers of any other: where a lowered tier would show. */
const nearlyCalm: fc.Arbitrary<Answers> = fc
  .tuple(someone, anyIntake, fc.uniqueArray(question, { maxLength: 5 }))
  .map(([answers, other, changed]) => {
    const given = changed.filter(({ key }) => other[key] !== undefined)
    return { ...answers, ...Object.fromEntries(given.map(({ key }) => [key, other[key]])) }
  })

const finding: fc.Arbitrary<ExamFinding> = fc.record({
  test: fc.constantFrom(...examRules.tests.flatMap((each) => each.recordedAs), 'slr', 'aslr'),
  side: fc.constantFrom('left', 'right', 'both', 'none'),
  result: fc.constantFrom('positive', 'negative', 'not_possible', 'unsafe'),
  mode: fc.constantFrom('in_person', 'video'),
  attested: fc.boolean(),
})

const known: fc.Arbitrary<Partial<TriageContext>> = fc.record(
  {
    postProcedure: fc.record({ date: fc.constantFrom('2026-11-20', '2026-11-01', '2026-09-10', '2026-05-01') }),
    patientState: fc.constantFrom('MN', 'WI'),
    exam: fc.record({ findings: fc.array(finding, { maxLength: 8 }) }),
    corrected: fc.uniqueArray(fc.constantFrom<QuestionKey>('saddleNumbness', 'fever', 'canWalk', 'selfHarmNow'), {
      maxLength: 2,
    }),
  },
  { requiredKeys: [] },
)

const calmOf = (asked: InstrumentQuestion) =>
  optionsOf(asked)
    .map(({ value }) => value)
    .find((value) => ['no', 'none', 'not_at_all'].includes(value))
const inForm = (asked: InstrumentQuestion, value: string) => (asked.kind === 'multi-choice' ? [value] : value)

const runs = { numRuns: 200 }

describe('whatever someone answers', { timeout: 60_000 }, () => {
  test('not sure, and no answer at all, are never calmer than a calm answer', () => {
    fc.assert(
      fc.property(nearlyCalm, question, known, (answers, asked, context) => {
        const calm = calmOf(asked)
        if (calm === undefined) return
        const { [asked.key]: _gone, ...open } = answers
        const calmly = rankOf({ ...open, [asked.key]: inForm(asked, calm) }, context)
        const unsure = optionsOf(asked).some(({ value }) => value === 'not_sure')
        const others = [
          ...(asked.required ? [open] : []),
          ...(unsure ? [{ ...open, [asked.key]: inForm(asked, 'not_sure') }] : []),
        ]
        expect(others.map((each) => rankOf(each, context)).filter((rank) => rank < calmly)).toEqual([])
      }),
      runs,
    )
  })

  test('one more choice of a list is never calmer, "none" and mere soreness apart', () => {
    const lists = instrument.questions.filter(({ kind, section }) => kind === 'multi-choice' && section === 'safety')
    fc.assert(
      fc.property(nearlyCalm, fc.constantFrom(...lists), fc.nat(), known, (answers, asked, pick, context) => {
        const values = optionsOf(asked)
          .map(({ value }) => value)
          .filter((value) => value !== 'none' && value !== 'soreness')
        const more = values[pick % values.length] ?? ''
        const given = ([answers[asked.key] ?? []].flat() as string[]).filter((value) => value !== 'none')
        const fewer = rankOf({ ...answers, [asked.key]: given.length > 0 ? given : ['none'] }, context)
        expect(rankOf({ ...answers, [asked.key]: [...new Set([...given, more])] }, context)).toBeGreaterThanOrEqual(
          fewer,
        )
      }),
      runs,
    )
  })

  test('words in a free text are never calmer than none', () => {
    const words = ruleSet.words.keywords.flatMap(({ catches = [], letsThrough = [] }) => [...catches, ...letsThrough])
    const texts = instrument.questions.filter((asked) => asked.kind === 'text' && asked.searched)
    fc.assert(
      fc.property(nearlyCalm, fc.constantFrom(...texts), fc.constantFrom(...words), (answers, asked, told) => {
        const { [asked.key]: before, ...rest } = answers
        expect(rankOf({ ...rest, [asked.key]: `${String(before ?? '')}\n${told}` })).toBeGreaterThanOrEqual(
          rankOf(rest),
        )
      }),
      runs,
    )
  })

  test('taking an emergency answer back leaves at least a call today, and is never calmer than without', () => {
    const urgent = instrument.questions.filter(({ emergency }) => emergency)
    fc.assert(
      fc.property(nearlyCalm, fc.constantFrom(...urgent), (answers, { key }) => {
        const rank = rankOf(answers, { corrected: [key] })
        expect(rank).toBeGreaterThanOrEqual(tiers.indexOf('same_day'))
        expect(rank).toBeGreaterThanOrEqual(rankOf(answers))
      }),
      runs,
    )
  })

  test('what was answered to a question that does not apply now counts nowhere', () => {
    const leftOver = fc.tuple(anyIntake, anyIntake).map(([before, now]): Answers => ({ ...before, ...now }))
    fc.assert(
      fc.property(fc.oneof(leftOver, nearlyCalm), known, (answers, context) => {
        expect(triage(answers, { asOf, ...context })).toEqual(triage(givenAnswers(answers), { asOf, ...context }))
      }),
      runs,
    )
  })

  test('a weak leg found at home is not forgotten for a flag that ends the offer of moves', () => {
    const weak: Answers = { ...examples.usual.answers, selfTestsWish: 'now', selfTestGates: ['none'] }
    const found = rankOf({ ...weak, tryHeelRaises: 'left_weak' })
    expect(found).toBeGreaterThanOrEqual(tiers.indexOf('same_day'))
    const flags: Answers[] = [
      { trauma: 'minor', traumaWhen: 'under_6_weeks' },
      { recentEvents: ['infection_now'] },
      { recentEvents: ['injection_3_months'] },
      { boneRisks: ['osteoporosis'] },
      { canWalk: 'no_years' },
    ]
    expect(
      flags.map((flag) => rankOf({ ...weak, tryHeelRaises: 'left_weak', ...flag })).every((rank) => rank >= found),
    ).toBe(true)
    expect(rankOf({ ...weak, selfTestsWish: 'no', tryHeelRaises: 'left_weak' })).toBe(0)
  })

  test('an exam changes the pattern, never the urgency', () => {
    fc.assert(
      fc.property(nearlyCalm, fc.array(finding, { maxLength: 10 }), (answers, findings) => {
        const without = triage(answers, { asOf })
        const withExam = triage(answers, { asOf, exam: { findings } })
        expect(withExam.urgency).toEqual(without.urgency)
        expect(withExam.si.score).toBe(without.si.score)
        expect(withExam.si.probability === undefined).toBe(!withExam.si.examDone)
      }),
      runs,
    )
  })

  test('the order of keys, of choices, of findings and of what was taken back never matters', () => {
    fc.assert(
      fc.property(anyIntake, known, (answers, context) => {
        const turned = Object.fromEntries(
          Object.entries(answers)
            .toReversed()
            .map(([key, value]) => [key, Array.isArray(value) ? (value as unknown[]).toReversed() : value]),
        )
        const one = triage(answers, { asOf, ...context })
        const findings = context.exam?.findings.toReversed()
        const corrected = context.corrected?.toReversed()
        const other = triage(turned, {
          asOf,
          ...context,
          ...(findings ? { exam: { findings } } : {}),
          ...(corrected ? { corrected } : {}),
        })
        expect(other).toEqual(one)
      }),
      runs,
    )
  })
})

describe('an intake of an earlier version of the questions', { timeout: 60_000 }, () => {
  const [first] = ruleSets.toReversed()
  const pinned = instrumentOf('1.0.0')
  const early = (answers: Answers): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => asks(pinned, key)))

  test('is never more urgent for questions it did not have than with any answer to them', () => {
    fc.assert(
      fc.property(nearlyCalm, anyIntake, (answers, other) => {
        const later = Object.fromEntries(Object.entries(other).filter(([key]) => !asks(pinned, key)))
        const before = rankOf(early(answers), { instrumentVersion: '1.0.0' })
        expect(rankOf({ ...early(answers), ...later }, { instrumentVersion: '1.0.0' })).toBeGreaterThanOrEqual(before)
      }),
      runs,
    )
  })

  test('is never called calmer by the rules in force than by those of its day, but for words that are let through now', () => {
    fc.assert(
      fc.property(nearlyCalm, (answers) => {
        const context = { asOf, instrumentVersion: '1.0.0' }
        const sent = givenAnswers(early(answers), pinned)
        const then = triage(sent, context, first)
        if (then.urgency.reasons.some(({ ruleId }) => ruleId.startsWith('KW-'))) return
        expect(tiers.indexOf(triage(sent, context).urgency.tier)).toBeGreaterThanOrEqual(
          tiers.indexOf(then.urgency.tier),
        )
      }),
      runs,
    )
  })
})

/** Nothing inside can be written to. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part)
    Object.freeze(value)
  }
  return value
}

const frozenSets = ruleSets.map((each) => frozen(structuredClone(each)))

test('reading is pure: frozen input, twice the same result, plain JSON', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyIntake, known, fc.constantFrom(...frozenSets), (answers, context, rules) => {
      const input = frozen(structuredClone(answers))
      const circumstances = frozen({ asOf, ...structuredClone(context) })
      const result = triage(input, circumstances, rules)
      expect(triage(input, circumstances, rules)).toEqual(result)
      expect(JSON.parse(JSON.stringify(result))).toEqual(result)
    }),
    runs,
  )
})
