import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Answers } from '~/domain/intake/instrument'
import first from './released/1.0.0.json'
import firstSamples from './released/1.0.0-samples.json'
import second from './released/1.1.0.json'
import secondSamples from './released/1.1.0-samples.json'
import { ruleSet } from './rule-set'
import { ruleSetHash } from './rule-set-hash'
import { ruleSetSchema } from './rule-set-schema'
import { ruleSetOf, ruleSets } from './rule-sets'
import { triage } from './triage'
import type { TriageContext, TriageResult } from './triage-result'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type Sample = {
  readonly base: number
  readonly set: Answers
  readonly without: readonly string[]
  readonly context: TriageContext
  readonly tier: TriageResult['urgency']['tier']
  readonly si: TriageResult['si']['tier']
  readonly sha256: string
}

type Kept = { readonly bases: readonly Answers[]; readonly samples: readonly Sample[] }

/** Intakes as they were, and what the rule set of the day made of them when it was released. */
const kept = {
  '1.0.0': firstSamples as unknown as Kept,
  '1.1.0': secondSamples as unknown as Kept & { readonly earlier: readonly string[] },
}

function answersOf({ base, set, without }: Sample, { bases }: Kept): Answers {
  const answers = { ...bases[base], ...set }
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !without.includes(key)))
}

function read(sample: Sample, version: keyof typeof kept, by: string) {
  return triage(answersOf(sample, kept[version]), { ...sample.context, instrumentVersion: version }, ruleSetOf(by))
}

describe.each([
  ['1.0.0', first, 'c9cb8716b5c531244cb22f20342c0eeb6c0150fe15734eb0146c1db8ac022e9a'],
  ['1.1.0', second, 'fff8cb181a27437b94e5f407ce823d2e099a973b058fd1ee66f2662bc3e646ff'],
] as const)('rule set %s is released and stands still', (version, released, hash) => {
  test('the file is a rule set, and its content is the one that was released', () => {
    expect(ruleSetSchema.parse(released)).toEqual(released)
    const rules = ruleSetOf(version)
    expect(rules && ruleSetHash(rules)).toBe(hash)
  })

  test.each(kept[version].samples.map((sample, index) => [index, sample] as const))(
    'intake %i comes out as it did',
    (_n, sample) => {
      const result = read(sample, version, version)
      expect([result.urgency.tier, result.si.tier]).toEqual([sample.tier, sample.si])
      expect(sha256(JSON.stringify(result))).toBe(sample.sha256)
    },
  )
})

test('rule set 1.1.0 reads the intakes of 1.0.0 as it did on the day it was released', () => {
  const again = kept['1.0.0'].samples.map((sample) => sha256(JSON.stringify(read(sample, '1.0.0', '1.1.0'))))
  expect(again).toEqual(kept['1.1.0'].earlier)
})

describe('rule sets', () => {
  test('are plain data, newest first, each with its own version', () => {
    expect(ruleSets[0]).toBe(ruleSet)
    expect(ruleSets.map((each) => each.version)).toEqual(['1.2.0', '1.1.0', '1.0.0'])
    for (const each of ruleSets) expect(JSON.parse(JSON.stringify(each))).toEqual(each)
    expect(ruleSetOf('0.9.0')).toBeUndefined()
  })

  test('the one in force passes the same schema', () => {
    expect(ruleSetSchema.parse(structuredClone(ruleSet))).toEqual(ruleSet)
  })

  test('the hash is of the content, whatever the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(ruleSet).toReversed()) as typeof ruleSet
    expect(ruleSetHash(turned)).toBe(ruleSetHash(ruleSet))
    expect(ruleSetHash({ ...ruleSet, limits: 'none' })).not.toBe(ruleSetHash(ruleSet))
  })

  test.each([
    ['an unknown operation', { op: 'script', code: '1' }, 'Invalid'],
    ['an unknown question', { op: 'says', key: 'shoeSize', values: ['43'] }, 'No such question: shoeSize'],
    ['an unknown place', { op: 'marked', tags: ['moon'] }, 'No such tag on the body map: moon'],
  ])('%s is refused by name', (_name, when, message) => {
    const [rule] = first.urgency
    const wrong = ruleSetSchema.safeParse({ ...first, urgency: [{ ...rule, when }] })
    expect(wrong.error?.message).toContain(message)
  })
})
