import type { Keyword, PatternNegation } from './keyword'

type Found = { readonly keyword: Keyword; readonly words: string }

const compiled = new Map<string, RegExp>()

/** Patterns are data; each is compiled once. */
function pattern(source: string): RegExp {
  const known = compiled.get(source) ?? new RegExp(source, 'g')
  compiled.set(source, known)
  known.lastIndex = 0
  return known
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[\u2018\u2019\u02bc]/g, "'")
    .replaceAll(/\s+/g, ' ')

const stops = ['.', '!', '?', ';']

function sentenceAround(text: string, start: number, end: number) {
  const before = Math.max(...stops.map((stop) => text.lastIndexOf(stop, start - 1)))
  const ends = stops.map((stop) => text.indexOf(stop, end)).filter((at) => at >= 0)
  return { before: text.slice(before + 1, start), whole: text.slice(before + 1, Math.min(text.length, ...ends)) }
}

function firstHit(keyword: Keyword, text: string, { denial, doubt }: PatternNegation): string | null {
  for (const word of keyword.words) {
    const search = pattern(word)
    for (let hit = search.exec(text); hit; hit = search.exec(text)) {
      const { before, whole } = sentenceAround(text, hit.index, hit.index + hit[0].length)
      const denied = pattern(denial).test(before) && !pattern(doubt).test(whole)
      if (!keyword.negatable || !denied) return hit[0]
      if (hit[0] === '') search.lastIndex += 1
    }
  }
  return null
}

/** What the word net of rule set 1.0.0 finds: patterns over lower-case text. It reads as it did on the day it was released. */
export function findPatterns(answer: string, keywords: readonly Keyword[], negation: PatternNegation): Found[] {
  const text = plain(answer)
  return keywords.flatMap((keyword) => {
    const words = firstHit(keyword, text, negation)
    return words === null ? [] : [{ keyword, words }]
  })
}
