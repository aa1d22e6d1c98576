import { codeWords, resolverWords, tierWords } from '~/domain/chart/triage-words'
import { diffRuleSets } from './diff-rule-sets'
import type { RuleDiff } from './diff-rule-sets'
import { ruleEntries, ruleSections } from './rule-entries'
import type { RuleEntry, RuleSection } from './rule-entries'
import type { RuleSet } from './rule-set'
import { tiers } from './triage-result'
import type { Resolver, Tier } from './triage-result'

/** What a rule leads to, as one word or a few. */
export type RuleChip = {
  readonly kind: Tier | 'cause' | 'points' | 'pattern' | 'blocker' | 'note' | 'payer' | 'unverified'
  readonly text: string
}

export type RuleState = RuleDiff['state']

export type RuleRow = {
  /** Unlike the id, unique in the whole set. */
  readonly name: string
  readonly id: string
  readonly title: string
  readonly chips: readonly RuleChip[]
  /** The first source in short with its grade, and how many there are beside it. */
  readonly source: { readonly citation: string; readonly grade: string; readonly more: number } | null
  readonly state: RuleState
}

export type RuleGroup = { readonly section: RuleSection; readonly title: string; readonly rows: readonly RuleRow[] }

const sectionTitles: Record<RuleSection, string> = {
  about: 'About this set',
  urgency: 'Urgency',
  words: 'Words in free text',
  si: 'SI pattern',
  ddx: 'Other causes',
  blockers: 'To settle first',
  payer: 'What plans ask for',
  notes: 'Notes and risks',
}

/** The order of the page: what is read first stands first. */
const order: readonly RuleSection[] = ['urgency', 'words', 'si', 'ddx', 'blockers', 'payer', 'notes', 'about']

const lines = (entry: RuleEntry, what: string): readonly string[] =>
  entry.parts.find((part) => part.what === what)?.lines ?? []

const isTier = (text: string | undefined): text is Tier => tiers.some((tier) => tier === text)
const isResolver = (text: string | undefined): text is Resolver => text !== undefined && text in resolverWords

function points(text: string): string {
  const number = Number(text)
  if (Number.isNaN(number)) return text
  return number > 0 ? `+${number}` : `−${Math.abs(number)}`
}

function codeChip(section: RuleSection, code: string): RuleChip {
  if (section === 'notes') return { kind: 'note', text: code.startsWith('risk:') ? 'Risk' : 'Note' }
  if (section === 'ddx') return { kind: 'cause', text: codeWords(code) }
  return { kind: section === 'payer' ? 'payer' : 'blocker', text: codeWords(code) }
}

/** What this entry leads to. */
function chipsOf(entry: RuleEntry): RuleChip[] {
  const [tier] = lines(entry, 'tier')
  if (isTier(tier)) return [{ kind: tier, text: tierWords[tier] }]
  if (entry.section === 'si')
    return [
      ...lines(entry, 'points').map((text): RuleChip => ({ kind: 'points', text: points(text) })),
      ...lines(entry, 'pattern').map((text): RuleChip => ({ kind: 'pattern', text })),
    ]
  const [resolver] = lines(entry, 'resolver')
  const chips = entry.section === 'about' ? [] : lines(entry, 'codes').map((code) => codeChip(entry.section, code))
  const unverified = lines(entry, 'unverified').length > 0
  return [
    ...chips,
    ...(isResolver(resolver) ? [{ kind: 'note' as const, text: `for ${resolverWords[resolver]}` }] : []),
    ...(unverified ? [{ kind: 'unverified' as const, text: 'not found in the text' }] : []),
  ]
}

function sourceOf(entry: RuleEntry): RuleRow['source'] {
  const evidence = lines(entry, 'evidence')
  const [first] = evidence
  if (first === undefined) return null
  const [, citation = first, grade = ''] = /^(.*) \(([^()]+)\)$/.exec(first) ?? []
  return { citation: citation.split(/[,:]/)[0] ?? citation, grade, more: evidence.length - 1 }
}

function rowOf(entry: RuleEntry, state: RuleState): RuleRow {
  return {
    name: `${entry.section}/${entry.id}`,
    id: entry.id.split('/').at(-1) ?? entry.id,
    title: entry.title,
    chips: chipsOf(entry),
    source: sourceOf(entry),
    state,
  }
}

/** Every rule of a set in groups, each with what changed since the one before; what went away stands last in its group. */
export function ruleGroups(ruleSet: RuleSet, previous: RuleSet | undefined): RuleGroup[] {
  const entries = new Map(ruleEntries(ruleSet).map((entry) => [`${entry.section}/${entry.id}`, entry]))
  const before = new Map(
    (previous ? ruleEntries(previous) : []).map((entry) => [`${entry.section}/${entry.id}`, entry]),
  )
  const states = new Map(
    (previous ? diffRuleSets(previous, ruleSet) : []).map(({ section, id, state }) => [`${section}/${id}`, state]),
  )
  const rows = [
    ...[...entries].map(([name, entry]) => ({ section: entry.section, row: rowOf(entry, states.get(name) ?? 'same') })),
    ...[...before].flatMap(([name, entry]) =>
      entries.has(name) ? [] : [{ section: entry.section, row: rowOf(entry, 'removed') }],
    ),
  ]
  return order
    .filter((section) => ruleSections.includes(section))
    .map((section) => ({
      section,
      title: sectionTitles[section],
      rows: rows.filter((each) => each.section === section).map(({ row }) => row),
    }))
    .filter((group) => group.rows.length > 0)
}
