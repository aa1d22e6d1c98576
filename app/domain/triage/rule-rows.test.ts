import { describe, expect, test } from 'vitest'
import { policySheets } from './policy-rows'
import { ruleEntries } from './rule-entries'
import { ruleGroups } from './rule-rows'
import type { RuleRow } from './rule-rows'
import { ruleSheets } from './rule-sheet'
import { ruleSet } from './rule-set'
import type { RuleSet } from './rule-set'
import { ruleSets } from './rule-sets'
import { siNumbers } from './si-numbers'
import { toldTexts } from './told-texts'
import { valueParts } from './value-parts'

const [first, second, third] = ruleSet.urgency
if (!first || !second || !third) throw new Error('three rules are needed')

/** The rules in force with one rule changed, one more and one less. */
const next: RuleSet = {
  ...ruleSet,
  version: '9.0.0',
  urgency: [
    { ...first, tier: 'expedited', when: { op: 'age', is: '>', than: 99 } },
    third,
    { ...second, id: 'RF-99', because: 'Something new' },
    ...ruleSet.urgency.slice(3),
  ],
}
const rowsOf = (groups: ReturnType<typeof ruleGroups>) => groups.flatMap((group) => group.rows)
const find = (rows: readonly RuleRow[], id: string) => rows.find((row) => row.id === id)

describe('the rules as rows', () => {
  test('every line of every set stands once, urgency first, each with a word of what it leads to', () => {
    for (const set of ruleSets) {
      const rows = rowsOf(ruleGroups(set, undefined))
      expect(rows.map(({ name }) => name).toSorted()).toEqual(
        ruleEntries(set)
          .map(({ section, id }) => `${section}/${id}`)
          .toSorted(),
      )
      expect(ruleGroups(set, undefined)[0]?.section).toBe('urgency')
      expect(rows.every(({ title, state }) => title.length > 0 && state === 'same')).toBe(true)
      const leading = ruleGroups(set, undefined).filter(({ section }) => !['si', 'payer', 'about'].includes(section))
      expect(leading.flatMap(({ rows: group }) => group.filter(({ chips }) => chips.length === 0))).toEqual([])
    }
  })

  test('what changed, came and went is marked; what went stands last in its group', () => {
    const groups = ruleGroups(next, ruleSet)
    const rows = rowsOf(groups)
    expect(find(rows, first.id)).toMatchObject({ state: 'changed', chips: [{ kind: 'expedited', text: 'Expedited' }] })
    expect(find(rows, 'RF-99')).toMatchObject({ state: 'new', title: 'Something new' })
    expect(groups[0]?.rows.at(-1)).toMatchObject({ id: second.id, state: 'removed' })
    expect(rows.filter(({ state }) => state !== 'same')).toHaveLength(3)
  })

  test('a source has its grade', () => {
    const { source } = find(rowsOf(ruleGroups(ruleSet, undefined)), first.id) ?? {}
    expect(source?.grade).toBe(first.evidence[0]?.grade)
    expect(first.evidence[0]?.citation).toContain(source?.citation)
    expect(source?.more).toBe(first.evidence.length - 1)
  })

  test('points have their sign', () => {
    const texts = rowsOf(ruleGroups(ruleSet, undefined)).flatMap(({ chips }) => chips.map(({ text }) => text))
    for (const { points } of ruleSet.si.scores) expect(texts).toContain(points > 0 ? `+${points}` : `−${-points}`)
  })
})

describe('a rule in full', () => {
  test('is compared line by line with the version before', () => {
    const sheets = ruleSheets(next, ruleSet)
    const lines = sheets.get(`urgency/${first.id}`)?.diff ?? []
    expect(lines).toContainEqual({ mark: 'new', text: '  Age more than 99' })
    expect(lines).toContainEqual({ mark: 'new', text: '  Expedited' })
    expect(lines.some(({ mark }) => mark === 'gone')).toBe(true)
    expect(lines).toContainEqual({ mark: 'same', text: 'If' })
    expect(sheets.get(`urgency/${third.id}`)?.diff).toBeNull()
    expect(sheets.get(`urgency/${second.id}`)?.diff?.every(({ mark }) => mark === 'gone')).toBe(true)
  })

  test('says the question as the patient saw it, and no name of the program for a part', () => {
    for (const sheet of ruleSheets(ruleSet, undefined).values())
      for (const { what, lines } of sheet.parts) {
        expect(what).toMatch(/^[A-Z]/)
        expect(lines.every((line) => line.trim().length > 0)).toBe(true)
      }
  })
})

test.each(ruleSets.map((set) => [set.version, set] as const))(
  'every phrase that rules %s read free texts by stands in print',
  (_version, { words, ...rest }) => {
    const printed = new Set(ruleEntries({ words, ...rest }).flatMap(({ parts }) => parts.flatMap(({ lines }) => lines)))
    const { reading, keywords, thinners, checks = [] } = words
    const listsOf = (one: object): string[] =>
      Object.values(one).flatMap((value) =>
        Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [],
      )
    const groups = [...keywords, thinners, ...checks]
    const told = [...keywords, thinners].flatMap((keyword) => keyword.told ?? [])
    const read = reading ? [reading.lists, reading.denial, reading.others, reading.past, reading.tolerated] : []
    const phrases = [...groups, ...told, ...read].flatMap(listsOf)
    expect(phrases.length).toBeGreaterThan(groups.length)
    expect(phrases.filter((phrase) => !printed.has(phrase))).toEqual([])
  },
)

test('the numbers of the pattern come from the data', () => {
  const numbers = new Map(siNumbers(ruleSet).map(({ name, says }) => [name, says]))
  const { thresholds } = ruleSet.si
  expect(numbers.get('Likely')).toBe(`${thresholds.likely} points or more`)
  expect(numbers.get('Possible')).toBe(`${thresholds.possible} to ${thresholds.likely - 1} points`)
  const changed = { ...ruleSet, si: { ...ruleSet.si, thresholds: { likely: 7, possible: 4 } } }
  expect(siNumbers(changed)[1]?.says).toBe('4 to 6 points')
})

test('what patients are told has no code, no percent and no point in it', () => {
  const { steps, emergencies, fixed } = toldTexts(ruleSet)
  expect(steps).toHaveLength(4)
  for (const { lines } of [...steps, ...emergencies, ...fixed])
    for (const line of lines) expect(line).not.toMatch(/redflag|ddx|%|\bscore\b|stop your/i)
  expect(emergencies.filter(({ name }) => !/^[A-Z]{2}-/.test(name)).length).toBeLessThan(emergencies.length)
})

describe('policies', () => {
  test('values are cut out of their sentence, and nothing of it is lost', () => {
    const sentence = 'Pain for at least 3 months, 4 of 10 or more; 3 positive tests, in person, 75% relief'
    const parts = valueParts(sentence)
    expect(parts.map(({ text }) => text).join('')).toBe(sentence)
    expect(parts.filter(({ isValue }) => isValue).map(({ text }) => text)).toEqual([
      '3 months',
      '4 of 10',
      '3',
      'in person',
      '75%',
    ])
    expect(valueParts('No value')).toEqual([{ text: 'No value', isValue: false }])
  })

  test('each policy has its items and gaps, with what nobody found in a text', () => {
    const sheets = policySheets(ruleSet, ruleSets[1])
    expect(sheets.map(({ id }) => id)).toEqual(ruleSet.policies.map(({ id }) => id))
    for (const [index, sheet] of sheets.entries()) {
      const policy = ruleSet.policies[index]
      expect(sheet.items.map(({ unverified }) => unverified)).toEqual(
        policy?.items.map(({ unverified }) => unverified ?? null),
      )
      expect(sheet.gaps).toHaveLength(policy?.gaps.length ?? -1)
    }
  })
})
