import type { Answers } from '~/domain/intake/instrument'
import type { ExamTest } from './rules-exam'
import type { ExamFinding } from './triage-result'

/** One test done, all its recorded names and repeats put together. */
export type CanonicalTest = {
  readonly id: string
  readonly name: string
  /** Sides on which it was done; "none" for tests that have no side. */
  readonly doneOn: readonly ExamFinding['side'][]
  /** Sides on which it was positive. Empty when it was negative everywhere. */
  readonly positiveOn: readonly ExamFinding['side'][]
}

/** "Thigh thrust" and "thigh-thrust" are one name. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

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
  type Sides = Set<ExamFinding['side']>
  const done = new Map<string, { name: string; doneOn: Sides; positiveOn: Sides }>()
  for (const finding of findings) {
    const test = tests.find(({ recordedAs }) => recordedAs.includes(plainName(finding.test)))
    for (const id of test ? idsOf(test, finding.side) : []) {
      const known = done.get(id) ?? { name: test?.name ?? '', doneOn: new Set(), positiveOn: new Set() }
      known.doneOn.add(finding.side)
      if (finding.result === 'positive') known.positiveOn.add(finding.side)
      done.set(id, known)
    }
  }
  return [...done]
    .map(([id, { name, doneOn, positiveOn }]) => ({
      id,
      name,
      doneOn: [...doneOn].toSorted(),
      positiveOn: [...positiveOn].toSorted(),
    }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

type Side = 'left' | 'right'
type OnSide = { readonly tests: readonly CanonicalTest[]; readonly positive: readonly CanonicalTest[] }

/** The one painful side that the answers name; none when it is both, the middle, or not known. */
export function painfulSide({ painSide }: Answers): Side | undefined {
  return painSide === 'left' || painSide === 'right' ? painSide : undefined
}

/** Tests without a side belong to both joints, and Gaenslen provokes either one. */
function ofSide(tests: readonly CanonicalTest[], side: Side): OnSide {
  const concerns = ({ id }: CanonicalTest, sides: CanonicalTest['doneOn']) =>
    sides.length > 0 &&
    (id.startsWith('gaenslen') || sides.some((each) => each === side || each === 'both' || each === 'none'))
  return {
    tests: tests.filter((test) => concerns(test, test.doneOn)),
    positive: tests.filter((test) => concerns(test, test.positiveOn)),
  }
}

/**
 * Tests done, and those positive, of one joint: the painful one. When no single side is painful every test done counts, and
 * the positive ones of the joint that has more.
 */
export function testsOfJoint(tests: readonly CanonicalTest[], painful: Side | undefined): OnSide {
  if (painful) return ofSide(tests, painful)
  const [left, right] = [ofSide(tests, 'left').positive, ofSide(tests, 'right').positive]
  return { tests, positive: left.length > right.length ? left : right }
}
