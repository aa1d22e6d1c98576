import { tierWords } from '~/domain/chart/triage-words'
import { lineDiff } from './line-diff'
import type { DiffLine } from './line-diff'
import { ruleEntries } from './rule-entries'
import type { RuleEntry, RulePart } from './rule-entries'
import type { RuleSet } from './rule-set'
import { tiers } from './triage-result'

export type RuleSheet = {
  readonly name: string
  readonly id: string
  readonly title: string
  readonly parts: readonly RulePart[]
  /** Line by line against the version before; null when nothing changed or there is none before. */
  readonly diff: readonly DiffLine[] | null
}

const partNames: { readonly [what: string]: string } = {
  tier: 'Then',
  'when not sure': 'When not sure',
  codes: 'Codes',
  text: 'Fixed text for the patient',
  condition: 'If',
  open: 'Gate open if',
  'half open': 'Gate half open if',
  'applies when': 'Counts only if',
  questions: 'Rests on the answers to',
  evidence: 'Source',
  points: 'Points',
  pattern: 'Pattern',
  group: 'Counts together with',
  limits: 'Limits',
  resolver: 'Settled by',
  words: 'Words',
  denial: 'Denials',
  doubt: 'Doubts',
  shows: 'Shows',
  unverified: 'Not found in the text',
  owner: 'Owner',
  version: 'Version',
  for: 'For',
  source: 'Read from',
  'effective from': 'Effective from',
}

function spoken(what: string, line: string): string {
  const tier = what === 'tier' || what === 'when not sure' ? tiers.find((each) => each === line) : undefined
  return tier ? tierWords[tier] : line
}

function partsOf(entry: RuleEntry): RulePart[] {
  return entry.parts.map(({ what, lines }) => ({
    what: partNames[what] ?? `${what.charAt(0).toUpperCase()}${what.slice(1)}`,
    lines: lines.map((line) => spoken(what, line)),
  }))
}

function linesOf(entry: RuleEntry | undefined): string[] {
  if (!entry) return []
  return [entry.title, ...partsOf(entry).flatMap(({ what, lines }) => [what, ...lines.map((line) => `  ${line}`)])]
}

/** Every rule of a set in full, as it opens on a page, by its name `section/id`. Rules only the version before had come last. */
export function ruleSheets(ruleSet: RuleSet, previous: RuleSet | undefined): Map<string, RuleSheet> {
  const nameOf = ({ section, id }: RuleEntry) => `${section}/${id}`
  const before = new Map((previous ? ruleEntries(previous) : []).map((entry) => [nameOf(entry), entry]))
  const now = new Map(ruleEntries(ruleSet).map((entry) => [nameOf(entry), entry]))
  const sheets = [...new Map([...now, ...[...before].filter(([name]) => !now.has(name))])].map(([name, entry]) => {
    const diff = previous ? lineDiff(linesOf(before.get(name)), linesOf(now.get(name))) : []
    const changed = diff.some(({ mark }) => mark !== 'same')
    const sheet = { name, id: entry.id.split('/').at(-1) ?? entry.id, title: entry.title, parts: partsOf(entry) }
    return [name, { ...sheet, diff: changed ? diff : null }] as const
  })
  return new Map(sheets)
}
