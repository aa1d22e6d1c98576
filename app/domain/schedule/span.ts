/** A half-open stretch of time `[from, to)`. */
export type Span = { readonly from: Date; readonly to: Date }

/** Whether two spans share time; spans that only touch do not. */
export function overlap(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to
}

/** The same time as few sorted spans that neither overlap nor touch; empty spans are left out. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.from < span.to).toSorted((a, b) => a.from.getTime() - b.from.getTime())
  const merged: Span[] = []
  for (const span of sorted) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) {
      if (span.to > last.to) merged[merged.length - 1] = { from: last.from, to: span.to }
    } else {
      merged.push(span)
    }
  }
  return merged
}

/** The time that lies in both lists, sorted. */
export function intersectSpans(one: readonly Span[], other: readonly Span[]): Span[] {
  const [a, b] = [mergeSpans(one), mergeSpans(other)]
  const shared: Span[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left, right] = [a[i] as Span, b[j] as Span]
    const from = left.from > right.from ? left.from : right.from
    const to = left.to < right.to ? left.to : right.to
    if (from < to) shared.push({ from, to })
    if (left.to < right.to) i += 1
    else j += 1
  }
  return shared
}
