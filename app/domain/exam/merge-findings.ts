import type { RecordedFinding } from './exam-record'

const otherSide = { left: 'right', right: 'left' } as const

/** What is left of an earlier finding when a newer one of the same test is recorded: nothing, or its other side. */
function leftOver(old: RecordedFinding, newer: RecordedFinding): RecordedFinding[] {
  if (old.test !== newer.test) return [old]
  if (newer.side === 'both' || newer.side === 'none' || old.side === newer.side || old.side === 'none') return []
  return old.side === 'both' ? [{ ...old, side: otherSide[newer.side] }] : [old]
}

/** All findings with the newer ones in place of older ones of the same test and side. A result for both sides is one for each. */
export function mergeFindings(
  earlier: readonly RecordedFinding[],
  newer: readonly RecordedFinding[],
): readonly RecordedFinding[] {
  return newer.reduce<readonly RecordedFinding[]>(
    (all, finding) => [...all.flatMap((old) => leftOver(old, finding)), finding],
    earlier,
  )
}
