import { describe, expect, test } from 'vitest'
import { diffRuleSets } from './diff-rule-sets'
import { all, ageIs } from './expr'
import { ruleEntries } from './rule-entries'
import { type RuleSet, ruleSet } from './rule-set'
import { ruleSetOf } from './rule-sets'
import { wordNet } from './rules-words'

const changed = (to: RuleSet) => diffRuleSets(ruleSet, to).filter((each) => each.state !== 'same')
const [first, ...rest] = ruleSet.urgency
if (!first) throw new Error('No rules')

describe('what changed between two rule sets', () => {
  test('nothing, between a set and itself', () => {
    expect(changed(structuredClone(ruleSet))).toEqual([])
    expect(diffRuleSets(ruleSet, ruleSet)).toHaveLength(ruleEntries(ruleSet).length)
  })

  test('a tier, a sentence, a source and a condition, line by line', () => {
    const other = {
      ...first,
      tier: 'same_day' as const,
      because: 'Numb',
      evidence: first.evidence.slice(0, 1),
      when: all(first.when, ageIs('>=', 18)),
    }
    expect(changed({ ...ruleSet, urgency: [other, ...rest] })).toEqual([
      {
        section: 'urgency',
        id: 'RF-01-numbness',
        title: 'Numb',
        state: 'changed',
        changes: [
          { what: 'title', removed: ['New numbness where the person sits or wipes'], added: ['Numb'] },
          { what: 'tier', removed: ['emergency'], added: ['same_day'] },
          {
            what: 'condition',
            removed: ['Do you have new numbness where you sit or wipe? “Yes”'],
            added: ['All of these', '  Do you have new numbness where you sit or wipe? “Yes”', '  Age 18 or more'],
          },
          { what: 'evidence', removed: ['NHS Lothian and GIRFT cauda equina pathway (guideline)'], added: [] },
        ],
      },
    ])
  })

  test('a rule that went away comes last, a new one stands in its place', () => {
    const found = changed({ ...ruleSet, urgency: [{ ...first, id: 'RF-99' }, ...rest] })
    expect(found.map(({ id, state }) => [id, state])).toEqual([
      ['RF-99', 'new'],
      ['RF-01-numbness', 'removed'],
    ])
  })

  test('points, thresholds, words of the net, an exam and a policy', () => {
    const { si, words, policies } = ruleSet
    const { reading } = wordNet
    const exam = si.exam && { ...si.exam, positive: 4 }
    const found = changed({
      ...ruleSet,
      si: { ...si, exam, thresholds: { likely: 7, possible: 3 }, groupLimits: { ...si.groupLimits, risks: 1 } },
      words: { ...words, reading: { ...reading, denial: { ...reading.denial, doubt: ['maybe'] } } },
      policies: policies.map((policy, index) => (index === 0 ? { ...policy, version: '2027-01-01' } : policy)),
    })
    expect(found.map(({ section, id, changes }) => [section, id, changes.map(({ what }) => what)])).toEqual([
      ['about', 'negation', ['doubt']],
      ['si', 'thresholds', ['points', 'limits']],
      ['si', 'SI-EX', ['points']],
      ['payer', 'medicare-ngs-L39455', ['version']],
    ])
  })

  test('from 1.0.0 to the rules in force no urgency rule went away and none became calmer', () => {
    const old = ruleSetOf('1.0.0')
    if (!old) throw new Error('No rule set 1.0.0')
    const urgency = diffRuleSets(old, ruleSet).filter(({ section }) => section === 'urgency')
    expect(urgency.filter(({ state }) => state === 'removed')).toEqual([])
    expect(
      urgency
        .filter(({ changes }) => changes.some(({ what }) => what === 'tier'))
        .filter(({ state }) => state === 'changed'),
    ).toEqual([])
  })
})
