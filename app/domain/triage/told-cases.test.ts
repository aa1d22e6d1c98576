import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { intakeIssues } from '~/domain/intake/intake-issues'
import type { Answers } from '~/domain/intake/instrument'
import { triage } from './triage'
import { type SiTier, siTiers, type Tier, type TriageResult, tiers } from './triage-result'

type Told = {
  readonly told: string
  /** What differs from the calm base; null where the base answers and this person does not. */
  readonly answers: { readonly [key: string]: unknown }
  readonly expect: {
    readonly tier: readonly Tier[]
    readonly codes: readonly string[]
    readonly si?: readonly SiTier[]
    readonly never?: readonly string[]
    readonly why: string
  }
}

/**
 * Stories as patients tell them, written from the guidelines without sight of the rules, and entered through the form by
 * others who had seen neither. Where the guideline leaves room, several tiers are right.
 */
const { base, cases } = JSON.parse(readFileSync(new URL('told/cases.json', import.meta.url), 'utf8')) as {
  base: { readonly [key: string]: unknown }
  cases: readonly Told[]
}

const answersOf = (one: Told): Answers =>
  Object.fromEntries(Object.entries({ ...base, ...one.answers }).filter(([, value]) => value !== null)) as Answers

function codesOf(result: TriageResult): string[] {
  const coded = [...result.ddx, ...result.blockers].map(({ code }) => code)
  return [...result.urgency.codes, ...coded, ...result.notes, ...result.actions]
}

const rank = (tier: Tier) => tiers.indexOf(tier)
const read = (one: Told) => triage(answersOf(one), { asOf: '2026-11-22' })

test.each(cases.map((one) => [one.expect.why, one] as const))('%s', (_why, one) => {
  expect(intakeIssues(answersOf(one))).toEqual([])
  const result = read(one)
  const codes = codesOf(result)
  expect(one.expect.tier, one.told).toContain(result.urgency.tier)
  expect(codes).toEqual(expect.arrayContaining([...one.expect.codes]))
  expect(codes.filter((code) => one.expect.never?.includes(code))).toEqual([])
  expect(one.expect.si ?? siTiers).toContain(result.si.tier)
})

test('nobody in these stories is called less urgent than the guideline says', () => {
  const lowest = ({ expect: { tier } }: Told) => Math.min(...tier.map(rank))
  expect(cases.filter((one) => rank(read(one).urgency.tier) < lowest(one)).map(({ told }) => told)).toEqual([])
})
