import { codeWords, siWords, tierWords } from '~/domain/chart/triage-words'
import { ruleEntries } from './rule-entries'
import type { RuleChip } from './rule-rows'
import type { RuleSet } from './rule-set'
import type { RunChange, RunDirection, RunReading } from './run-change'
import { runDirection } from './run-direction'

export type ChangeLine = {
  readonly intakeId: string
  readonly sentOn: string
  readonly who: string
  readonly direction: RunDirection
  readonly from: readonly RuleChip[]
  readonly to: readonly RuleChip[]
}

const without = (codes: readonly string[], others: readonly string[]) =>
  [...new Set(codes)].filter((code) => !others.includes(code))

/** Two codes can have one word, such as a flag and the cause it is. */
const wordsOf = (codes: readonly string[]) => [...new Set(codes.map(codeWords))]

function saidOf({ urgency, siPattern }: RunReading, other: RunReading, codes: readonly string[]): RuleChip[] {
  if (urgency !== other.urgency) return [{ kind: urgency, text: tierWords[urgency] }]
  return [
    ...(siPattern === other.siPattern ? [] : [{ kind: 'pattern' as const, text: `SI ${siWords[siPattern]}` }]),
    ...wordsOf(codes).map((text): RuleChip => ({ kind: 'cause', text })),
  ]
}

const rank: Record<RunDirection, number> = { lowered: 0, raised: 1, other: 2 }

/** What differs, the most telling first: lowered, raised, then anything else. */
export function changeLines(changes: readonly RunChange[]): ChangeLine[] {
  const lines = changes.flatMap(({ intakeId, sentOn, who, from, to }): ChangeLine[] => {
    const direction = runDirection(from, to)
    if (direction === 'same') return []
    const said = {
      from: saidOf(from, to, without(from.codes, to.codes)),
      to: saidOf(to, from, without(to.codes, from.codes)),
    }
    return [{ intakeId, sentOn, who, direction, ...said }]
  })
  return lines.toSorted((one, other) => rank[one.direction] - rank[other.direction])
}

/** A rule by its id, in words; `name` is null when this set has no such rule. */
export type RuleNamed = { readonly id: string; readonly title: string; readonly name: string | null }

export type WhyDiffers = {
  /** Fires only under the set before. */
  readonly gone: readonly RuleNamed[]
  /** Fires only under this one. */
  readonly come: readonly RuleNamed[]
  readonly goneCodes: readonly string[]
  readonly comeCodes: readonly string[]
}

function named(ruleSet: RuleSet) {
  const entries = new Map(
    ruleEntries(ruleSet).map(({ section, id, title }) => [
      id.split('/').at(-1) ?? id,
      { id, title, name: `${section}/${id}` },
    ]),
  )
  return (id: string): RuleNamed => {
    const found = entries.get(id)
    return found ? { ...found, id } : { id, title: id, name: null }
  }
}

/** Why two rule sets read one intake differently: the rules behind the two readings, and the codes they lead to. */
export function whyDiffers({ from, to }: RunChange, before: RuleSet, now: RuleSet): WhyDiffers {
  const [goneCodes, comeCodes] = [without(from.codes, to.codes), without(to.codes, from.codes)]
  return {
    gone: [...without(from.rules, to.rules), ...notesBehind(before, goneCodes)].map(named(before)),
    come: [...without(to.rules, from.rules), ...notesBehind(now, comeCodes)].map(named(now)),
    goneCodes: wordsOf(goneCodes),
    comeCodes: wordsOf(comeCodes),
  }
}

/** The rules that write these notes: a reading keeps the note alone. */
function notesBehind({ notes }: RuleSet, codes: readonly string[]): string[] {
  return notes.filter(({ note }) => codes.includes(note)).map(({ id }) => id)
}
