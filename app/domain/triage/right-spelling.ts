import type { Reading } from './keyword'

/** Letters to change, add, leave out or turn round between two words. Optimal string alignment. */
function distance(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const above = rows[i - 1] ?? []
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same)
      const turned = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (i > 1 && j > 1 && turned) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[one.length]?.[other.length] ?? 0
}

const shortest = 6
const long = 9
const known = new WeakMap<Reading, Map<string, string>>()

function nearest(word: string, { words, except }: Reading['tolerated']): string {
  if (word.length < shortest - 1 || words.includes(word) || except.includes(word)) return word
  const near = words.find((right) => {
    const most = right.length >= long ? 2 : 1
    if (right[0] !== word[0] || Math.abs(right.length - word.length) > most) return false
    return distance(word, right) <= most
  })
  return near ?? word
}

/** The word that was meant: from the list of misspellings, else the first tolerated word near enough with the same first letter. */
export function rightSpelling(word: string, reading: Reading): string {
  const spelt = Object.hasOwn(reading.spellings, word) ? reading.spellings[word] : undefined
  if (spelt !== undefined) return spelt
  const memo = known.get(reading) ?? new Map<string, string>()
  known.set(reading, memo)
  const found = memo.get(word) ?? nearest(word, reading.tolerated)
  if (memo.size < 20_000) memo.set(word, found)
  return found
}
