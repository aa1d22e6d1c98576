import fc from 'fast-check'
import { Engine } from 'json-rules-engine'
import { anyIntake } from '~/domain/intake/any-intake'
import { examples } from '~/domain/intake/examples'
import { type Answers, instrument, type QuestionKey } from '~/domain/intake/instrument'
import { compute } from '~/domain/triage/compute'
import { computedFacts, type Expr } from '~/domain/triage/expr'
import { type Facts, readFacts } from '~/domain/triage/facts'
import { holds } from '~/domain/triage/holds'
import { ruleSet } from '~/domain/triage/rule-set'
import { ticked } from '~/domain/triage/ticked'
import { asJsonRules, open } from './as-json-rules'
import { compare } from './rounds'
import type { Line } from './rounds'

const asOf = '2026-11-22'
type Reading = 'yes' | 'perhaps'
type Each = { readonly id: string; readonly when: Expr; readonly reading: Reading }

/** Every rule of the set with a condition on the answers: urgency and blockers fire while unknown, the others when sure. */
const rules: readonly Each[] = [
  ...[...ruleSet.urgency, ...ruleSet.blockers].map(({ id, when }) => ({ id, when, reading: 'perhaps' as const })),
  ...[...ruleSet.si.scores, ...ruleSet.differentials, ...ruleSet.notes].map(({ id, when }) => ({
    id,
    when,
    reading: 'yes' as const,
  })),
]

const evaluator = (answers: Answers): string[] => {
  const facts = readFacts(answers, { asOf })
  return rules
    .filter(({ when, reading }) => {
      const fact = holds(when, facts)
      return fact === 'yes' || (fact === 'unknown' && reading === 'perhaps')
    })
    .map(({ id }) => id)
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

function jsonRulesEngine(): Engine {
  const engine = new Engine(
    rules.map(({ id, when, reading }) => ({ conditions: asJsonRules(when, reading), event: { type: id } })),
  )
  engine.addOperator<unknown[], string[]>('hasAny', (given, wanted) => wanted.some((value) => given.includes(value)))
  engine.addOperator<unknown[], string[]>(
    'hasOnly',
    (given, wanted) => isGiven(given) && given.every((value) => wanted.some((each) => each === value)),
  )
  engine.addOperator<unknown[], boolean>('isGiven', (given) => isGiven(given))
  return engine
}

const isGiven = (given: readonly unknown[]) => given.length > 0 && given[0] !== open

function score(facts: Facts, keys: readonly QuestionKey[], points: { [answer: string]: number }, read: string): number {
  const each = keys.map((key) => points[String(facts.answers[key])])
  const most = Math.max(...Object.values(points))
  return each.reduce<number>((sum, value) => sum + (value ?? (read === 'most' ? most : 0)), 0)
}

/** The same facts in the shape this engine asks for. */
function runtimeFacts(given: Answers): Record<string, unknown> {
  const facts = readFacts(given, { asOf })
  const { answers } = facts
  const answered = Object.fromEntries(
    instrument.questions.map(({ key }) => {
      const answer: unknown = answers[key]
      return [key, answer === undefined ? (facts.isOpen(key) ? [open] : []) : listOf(answer)]
    }),
  )
  const missing = (key: QuestionKey) => (facts.isOpen(key) ? open : null)
  return {
    ...answered,
    ...Object.fromEntries(computedFacts.map((fact) => [fact, [compute(fact, facts)]])),
    always: true,
    marked: facts.tags ? [...facts.tags] : [open],
    mainIs: facts.mainTags ? [...facts.mainTags] : [open],
    age: facts.age ?? open,
    ageAtOnset: facts.ageAtOnset ?? open,
    sites: facts.sites,
    daysSinceProcedure: facts.daysSinceProcedure ?? null,
    daysSinceLastProcedure: facts.daysSinceLastProcedure ?? null,
    count: ({ key }: { key: QuestionKey }) => {
      const answer: unknown = answers[key]
      return Array.isArray(answer) ? ticked(answer) : missing(key)
    },
    number: ({ key }: { key: QuestionKey }) => answers[key] ?? missing(key),
    since: ({ key, unit, read }: { key: QuestionKey; unit: 'days' | 'months'; read: 'latest' | 'earliest' }) =>
      facts.since(key)?.[read][unit] ?? missing(key),
    score: ({ keys, points, read }: { keys: QuestionKey[]; points: { [answer: string]: number }; read: string }) =>
      score(facts, keys, points, read),
  }
}

async function fired(engine: Engine, answers: Answers): Promise<string[]> {
  const { events } = await engine.run(runtimeFacts(answers))
  return events.map(({ type }) => type)
}

/** The example intakes, the same with a seventh of their answers missing, and so many invented ones. */
function someIntakes(invented: number): Answers[] {
  const whole = Object.values(examples).map((example): Answers => example.answers)
  const holes = whole.map((answers, index) => {
    const keys = Object.keys(answers).filter((_key, at) => at % 7 !== index % 7)
    return Object.fromEntries(keys.map((key) => [key, answers[key as QuestionKey]]))
  })
  return [...whole, ...holes, ...fc.sample(anyIntake, { numRuns: invented, seed: 7 })]
}

/** The intakes for which the two name other rules, in words; none, or there is nothing to compare. */
export async function differences(invented: number, engine = jsonRulesEngine()): Promise<string[]> {
  const only = (one: string[], two: string[]) => one.filter((id) => !two.includes(id)).join(' ')
  const found: string[] = []
  for (const answers of someIntakes(invented)) {
    const [ours, theirs] = [evaluator(answers).toSorted(), (await fired(engine, answers)).toSorted()]
    if (ours.join() !== theirs.join()) found.push(`${only(ours, theirs)} against ${only(theirs, ours)}`)
  }
  return found
}

/** All conditions of the rule set on one intake: the portal's evaluator against json-rules-engine on the translated rules. */
export async function sameRules(): Promise<Line[]> {
  const engine = jsonRulesEngine()
  const [first] = await differences(200, engine)
  if (first !== undefined) throw new Error(`Not the same rules: ${first}`)
  const { answers } = examples.rightSided
  return compare([
    { name: `${rules.length} conditions, own evaluator`, run: () => evaluator(answers) },
    { name: 'the same in json-rules-engine', run: () => fired(engine, answers) },
  ])
}
