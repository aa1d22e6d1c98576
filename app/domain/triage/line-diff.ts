export type DiffLine = { readonly mark: 'same' | 'gone' | 'new'; readonly text: string }

/** Lengths of the longest common run of lines from every place on. */
function commonFrom(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0))
  for (let one = before.length - 1; one >= 0; one--)
    for (let other = after.length - 1; other >= 0; other--) {
      const row = lengths[one] ?? []
      row[other] =
        before[one] === after[other]
          ? 1 + (lengths[one + 1]?.[other + 1] ?? 0)
          : Math.max(lengths[one + 1]?.[other] ?? 0, row[other + 1] ?? 0)
    }
  return lengths
}

/** Two texts line by line: what stayed, what went and what came, in reading order. */
export function lineDiff(before: readonly string[], after: readonly string[]): DiffLine[] {
  const common = commonFrom(before, after)
  const lines: DiffLine[] = []
  let [one, other] = [0, 0]
  while (one < before.length || other < after.length) {
    const [gone, come] = [before[one], after[other]]
    if (gone !== undefined && gone === come) {
      lines.push({ mark: 'same', text: gone })
      one++
      other++
    } else if (
      gone !== undefined &&
      (come === undefined || (common[one + 1]?.[other] ?? 0) >= (common[one]?.[other + 1] ?? 0))
    ) {
      lines.push({ mark: 'gone', text: gone })
      one++
    } else if (come !== undefined) {
      lines.push({ mark: 'new', text: come })
      other++
    }
  }
  return lines
}
