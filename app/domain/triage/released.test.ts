import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Answers } from '~/domain/intake/instrument'
import released from './released/1.0.0.json'
import kept from './released/1.0.0-samples.json'
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

/** Intakes as they were, and what rule set 1.0.0 made of them on the day it was released. */
const { bases, samples } = kept as unknown as { bases: readonly Answers[]; samples: readonly Sample[] }

function answersOf({ base, set, without }: Sample): Answers {
  const answers = { ...bases[base], ...set }
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !without.includes(key)))
}

describe('rule set 1.0.0 is released and stands still', () => {
  const old = ruleSetOf('1.0.0')

  test('the file is a rule set, and its content is the one that was released', () => {
    expect(ruleSetSchema.parse(released)).toEqual(released)
    expect(old && ruleSetHash(old)).toBe('c9cb8716b5c531244cb22f20342c0eeb6c0150fe15734eb0146c1db8ac022e9a')
  })

  test.each(samples.map((sample, index) => [index, sample] as const))('intake %i comes out as it did', (_n, sample) => {
    const result = triage(answersOf(sample), { ...sample.context, instrumentVersion: '1.0.0' }, old)
    expect([result.urgency.tier, result.si.tier]).toEqual([sample.tier, sample.si])
    expect(sha256(JSON.stringify(result))).toBe(sample.sha256)
  })
})

describe('rule sets', () => {
  test('are plain data, newest first, each with its own version', () => {
    expect(ruleSets[0]).toBe(ruleSet)
    expect(ruleSets.map((each) => each.version)).toEqual(['1.1.0', '1.0.0'])
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
    const [first] = released.urgency
    const wrong = ruleSetSchema.safeParse({ ...released, urgency: [{ ...first, when }] })
    expect(wrong.error?.message).toContain(message)
  })
})
