import type { Reading } from './keyword'
import { rightSpelling } from './right-spelling'

/** One word or sign of a text as it is read, and where it stands in what was written. */
type Token = { readonly word: string; readonly from: number; readonly to: number; readonly line: boolean }
/** A text as it is read: its tokens, and the same in one string with one gap between two tokens. */
export type ReadText = {
  readonly written: string
  readonly tokens: readonly Token[]
  readonly plain: string
  readonly at: readonly number[]
}

const apostrophes = /[\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u0060\uff07]/
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]|\p{M}/u
const parts = /\n|\d+(?:[.,]\d+)*[\p{L}%]*|\p{L}+(?:'+\p{L}+)*|[.,!?;:/()=\u2013\u2014\u00bf-]/gu
const shortened = 'can|don|won|didn|doesn|isn|aren|wasn|weren|haven|hasn|hadn|couldn|wouldn|shouldn|ain'
const bare = new RegExp(`^(${shortened})t$`)
const head = new RegExp(`^(?:${shortened})$`)
const withNot: { readonly [verb: string]: string } = {
  can: "can't",
  do: "don't",
  does: "doesn't",
  did: "didn't",
  have: "haven't",
  has: "hasn't",
  is: "isn't",
  are: "aren't",
  was: "wasn't",
  were: "weren't",
  could: "couldn't",
  would: "wouldn't",
  will: "won't",
}
const asSpoken: { readonly [word: string]: readonly string[] } = {
  cannot: ["can't"],
  wanna: ['want', 'to'],
  gonna: ['going', 'to'],
  gotta: ['got', 'to'],
  im: ["i'm"],
  ive: ["i've"],
  ill: ["i'll"],
  '!': ['.'],
  ';': ['.'],
  '(': [','],
  ')': [','],
  '/': [','],
  '=': [':'],
  '\u2013': ['-'],
  '\u2014': ['-'],
  '\u00bf': [],
}

/** Lower case, plain letters and apostrophes, nothing unseen; with the place of each letter in what was written. */
function letters(written: string) {
  let text = ''
  const from: number[] = []
  let place = 0
  for (const sign of written) {
    const simple = apostrophes.test(sign)
      ? "'"
      : [...sign.normalize('NFKD')].filter((one) => !unseen.test(one)).join('')
    for (const letter of simple.toLowerCase()) {
      text += letter
      from.push(...Array.from({ length: letter.length }, () => place))
    }
    place += sign.length
  }
  return { text, from: [...from, place] }
}

type Piece = { readonly word: string; readonly start: number; readonly end: number; readonly line: boolean }

/** Words and signs; a hyphen inside a word only parts it, one that stands free is a sign. */
function pieces(text: string): Piece[] {
  let line = false
  return [...text.matchAll(parts)].flatMap((found): Piece[] => {
    const [word] = found
    if (word === '\n') line = true
    const inside =
      word === '-' && /[\p{L}\d]-[\p{L}\d]/u.test(text.slice(Math.max(0, found.index - 1), found.index + 2))
    if (word === '\n' || inside) return []
    const piece = { word, start: found.index, end: found.index + word.length, line }
    line = false
    return [piece]
  })
}

/** Two pieces that are one word, as in "can t", "can not", "my self". */
function joined(one: Piece, next: Piece | undefined): string | null {
  if (!next || next.line) return null
  if (next.word === 't' && head.test(one.word)) return `${one.word}'t`
  if (next.word === 'not') return withNot[one.word] ?? null
  if (one.word === 'i' && ['m', 've', 'll', 'd'].includes(next.word)) return `i'${next.word}`
  return one.word === 'my' && next.word === 'self' ? 'myself' : null
}

function single(word: string, reading: Reading): readonly string[] {
  const spoken = Object.hasOwn(asSpoken, word) ? asSpoken[word] : undefined
  if (spoken) return spoken
  if (bare.test(word)) return [word.replace(bare, "$1't")]
  return [rightSpelling(word.replaceAll("''", "'"), reading)]
}

/** Reads a text into plain tokens: contractions in one form, common misspellings set right. */
export function readText(written: string, reading: Reading): ReadText {
  const { text, from } = letters(written)
  const given = pieces(text)
  const tokens: Token[] = []
  for (let index = 0; index < given.length; index += 1) {
    const one = given[index]
    if (!one) continue
    const next = given[index + 1]
    const whole = joined(one, next)
    const end = whole && next ? next.end : one.end
    if (whole) index += 1
    const span = { from: from[one.start] ?? 0, to: from[end] ?? written.length }
    const words = whole ? [whole] : single(one.word, reading)
    tokens.push(...words.map((word, at) => ({ word, ...span, line: one.line && at === 0 })))
  }
  let plain = ''
  const at: number[] = []
  for (const token of tokens) {
    if (at.length > 0) plain += token.line ? '\n' : ' '
    at.push(plain.length)
    plain += token.word
  }
  return { written, tokens, plain, at }
}
