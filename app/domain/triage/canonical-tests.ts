import type { ExamTest } from './rules-exam'
import type { ExamFinding } from './triage-result'

/** One test done, all its recorded names and repeats put together. */
export type CanonicalTest = {
  readonly id: string
  readonly name: string
  /** Sides on which it was positive; "none" for tests that have no side. Empty when it was negative everywhere. */
  readonly positiveOn: readonly ExamFinding['side'][]
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** A test in person counts; one over video only when the clinician attests it. "Not possible" and "unsafe" are not done. */
export function counts(finding: ExamFinding): boolean {
  const done = finding.result === 'positive' || finding.result === 'negative'
  return done && (finding.mode === 'in_person' || finding.attested)
}

function idsOf({ id, sides }: ExamTest, side: ExamFinding['side']): string[] {
  if (sides !== 'two') return [id]
  if (side === 'both') return [`${id}-left`, `${id}-right`]
  return [`${id}-${side === 'right' ? 'right' : 'left'}`]
}

/**
 * The different tests among findings, so that no manoeuvre counts twice under two names or by being repeated. A test is
 * positive when it was positive once. Findings that no test is recorded as are left out.
 */
export function canonicalTests(findings: readonly ExamFinding[], tests: readonly ExamTest[]): CanonicalTest[] {
  const done = new Map<string, { name: string; positiveOn: Set<ExamFinding['side']> }>()
  for (const finding of findings) {
    const test = tests.find(({ recordedAs }) => recordedAs.includes(plain(finding.test)))
    for (const id of test ? idsOf(test, finding.side) : []) {
      const known = done.get(id) ?? { name: test?.name ?? '', positiveOn: new Set() }
      if (finding.result === 'positive') known.positiveOn.add(finding.side)
      done.set(id, known)
    }
  }
  return [...done]
    .map(([id, { name, positiveOn }]) => ({ id, name, positiveOn: [...positiveOn].toSorted() }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** Positive tests of one joint, the one with more: tests without a side belong to both, and Gaenslen provokes either joint. */
export function positiveOfOneJoint(tests: readonly CanonicalTest[]): CanonicalTest[] {
  const of = (side: 'left' | 'right') =>
    tests.filter(
      ({ id, positiveOn }) =>
        positiveOn.length > 0 &&
        (id.startsWith('gaenslen') || positiveOn.some((each) => each === side || each === 'both' || each === 'none')),
    )
  const [left, right] = [of('left'), of('right')]
  return left.length > right.length ? left : right
}
