import { type RuleEntry, ruleEntries, type RuleSection } from './rule-entries'
import type { RuleSet } from './rule-set'

/** Lines of one part that went away and that came. */
type RuleChange = {
  readonly what: string
  readonly removed: readonly string[]
  readonly added: readonly string[]
}
export type RuleDiff = {
  readonly section: RuleSection
  readonly id: string
  readonly title: string
  readonly state: 'same' | 'changed' | 'new' | 'removed'
  readonly changes: readonly RuleChange[]
}

type Parts = ReadonlyMap<string, readonly string[]>

function partsOf(entry: RuleEntry | undefined): Parts {
  if (!entry) return new Map()
  return new Map([['title', [entry.title]] as const, ...entry.parts.map(({ what, lines }) => [what, lines] as const)])
}

/** Lines of one list that the other has not, each as often as it is missing. */
function missingFrom(lines: readonly string[], other: readonly string[]): string[] {
  const left = [...other]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function changesBetween(from: Parts, to: Parts): RuleChange[] {
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((what) => {
    const before = from.get(what) ?? []
    const after = to.get(what) ?? []
    if (before.join('\n') === after.join('\n')) return []
    const removed = missingFrom(before, after)
    const added = missingFrom(after, before)
    const moved = removed.length === 0 && added.length === 0
    return [{ what, removed: moved ? before : removed, added: moved ? after : added }]
  })
}

const nameOf = ({ section, id }: RuleEntry) => `${section}/${id}`

/** What changed from one rule set to another, rule by rule in the order of the new one; rules that went away come last. */
export function diffRuleSets(from: RuleSet, to: RuleSet): RuleDiff[] {
  const before = new Map(ruleEntries(from).map((entry) => [nameOf(entry), entry]))
  const after = ruleEntries(to)
  const names = new Set(after.map(nameOf))
  const gone = [...before.values()].filter((entry) => !names.has(nameOf(entry)))
  return [
    ...after.map((entry): RuleDiff => {
      const old = before.get(nameOf(entry))
      const changes = changesBetween(partsOf(old), partsOf(entry))
      const state = !old ? 'new' : changes.length === 0 ? 'same' : 'changed'
      return { section: entry.section, id: entry.id, title: entry.title, state, changes }
    }),
    ...gone.map((entry): RuleDiff => ({
      section: entry.section,
      id: entry.id,
      title: entry.title,
      state: 'removed',
      changes: changesBetween(partsOf(entry), partsOf(undefined)),
    })),
  ]
}
