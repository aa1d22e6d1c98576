/** Below this a number of people is not said: one of them could be recognised. */
export const few = 5

/** A number of people that names nobody: itself, "that many or more", or few. */
export type ShyCount = { readonly least: number; readonly exact: boolean } | 'few'

const isFew = (count: number) => count > 0 && count < few

/** How many of one or several groups. A rest of a few is hidden as well: it would be the difference. */
export function shyCount(count: number, ...of: readonly number[]): ShyCount {
  if (isFew(count) || of.some(isFew)) return 'few'
  const near = of.filter((group) => isFew(group - count))
  if (near.length === 0) return { least: count, exact: true }
  return { least: Math.max(few, Math.min(...near) - few + 1), exact: false }
}

/** The sum of counts that stand beside it, such that what is hidden there is not the difference. */
export function shySum(counts: readonly number[]): ShyCount {
  const sum = (parts: readonly number[]) => parts.reduce((total, each) => total + each, 0)
  const total = sum(counts)
  const hidden = sum(counts.filter(isFew))
  if (isFew(total)) return 'few'
  if (!isFew(hidden)) return { least: total, exact: true }
  return { least: total - hidden, exact: false }
}

/** "23", "23 or more", "under 5". */
export function sayShyCount(count: ShyCount): string {
  if (count === 'few') return `under ${few}`
  return count.exact ? count.least.toLocaleString('en-US') : `${count.least.toLocaleString('en-US')} or more`
}
