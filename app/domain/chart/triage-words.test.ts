import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyIntake } from '~/domain/intake/any-intake'
import { ruleSet, type RuleSet } from '~/domain/triage/rule-set'
import { ruleSets } from '~/domain/triage/rule-sets'
import { triage } from '~/domain/triage/triage'
import type { TriageResult } from '~/domain/triage/triage-result'
import { codeWords } from './triage-words'

const nameless = codeWords('note:nobody_gives_this')
const unworded = (codes: readonly string[]) => [...new Set(codes)].filter((code) => codeWords(code) === nameless)

function codesOfRules({ urgency, words, differentials, flagCauses, blockers, notes, policies }: RuleSet): string[] {
  return [
    ...[...urgency, ...words.keywords, words.thinners].flatMap((rule) => rule.codes),
    ...[...differentials, ...blockers, ...(words.checks ?? [])].map((rule) => rule.code),
    ...policies.flatMap((policy) => policy.gaps).map((rule) => rule.code),
    ...Object.entries(flagCauses).flat(),
    ...notes.map((rule) => rule.note),
  ]
}

function codesOfResult({ urgency, ddx, blockers, notes, actions }: TriageResult): string[] {
  return [...urgency.codes, ...[...ddx, ...blockers].map(({ code }) => code), ...notes, ...actions]
}

test.each(ruleSets.map((each) => [each.version, each] as const))(
  'every code of rule set %s has words',
  (_name, set) => {
    expect(unworded(codesOfRules(set))).toEqual([])
  },
)

test('so has every code of any result, and those that calls are filed under', { timeout: 60_000 }, () => {
  const beside = ['redflag:unknown', 'answer:not_sure', 'block:redflag_open']
  const actions = ['offer_consult_booking', 'priority_consult', 'call_today', 'emergency_text']
  expect(unworded([...beside, ...actions.map((action) => `action:${action}`)])).toEqual([])
  fc.assert(
    fc.property(anyIntake, (answers) => {
      expect(unworded(codesOfResult(triage(answers, { asOf: '2026-11-22' }, ruleSet)))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('no words show a code, and an unknown one never shows itself', () => {
  const all = ruleSets.flatMap(codesOfRules).map(codeWords)
  expect([...all, nameless].filter((words) => /[_:]\S/.test(words) || /^[a-z]/.test(words))).toEqual([])
})
