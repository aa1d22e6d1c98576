import { type Answers, type InstrumentQuestion, instrument, type QuestionKey } from '~/domain/intake/instrument'
import type { Keyword, Negation } from './keyword'

export type Finding = {
  readonly keyword: Keyword
  readonly key: QuestionKey
  readonly answer: string
  readonly words: string
}

/** What is searched for: the net, and how a denial is recognised. */
type Net = { readonly keywords: readonly Keyword[]; readonly negation: Negation }

const compiled = new Map<string, RegExp>()

/** Patterns are data; each is compiled once. */
function pattern(source: string): RegExp {
  const known = compiled.get(source) ?? new RegExp(source, 'g')
  compiled.set(source, known)
  known.lastIndex = 0
  return known
}

/** Lower case, straight apostrophes, one space between words; a new line stays one. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\u2018\u2019\u02bc]/g, "'")
    .replaceAll(/\s+/g, (gap) => (gap.includes('\n') ? '\n' : ' '))
}

const stops = ['.', '!', '?', ';', '\n']

function sentenceAround(text: string, start: number, end: number) {
  const before = Math.max(...stops.map((stop) => text.lastIndexOf(stop, start - 1)))
  const ends = stops.map((stop) => text.indexOf(stop, end)).filter((at) => at >= 0)
  return { before: text.slice(before + 1, start), whole: text.slice(before + 1, Math.min(text.length, ...ends)) }
}

/** Denied only when the denial stands directly before the words and nothing in the sentence takes it back. */
function denied(text: string, start: number, end: number, { denial, doubt }: Negation): boolean {
  const { before, whole } = sentenceAround(text, start, end)
  return pattern(denial).test(before) && !pattern(doubt).test(whole)
}

/** One text twice: in one line, for words that run over its end, and as its sentences stand. */
type Read = { readonly flat: string; readonly sentences: string }

function firstHit(keyword: Keyword, { flat, sentences }: Read, negation: Negation): string | null {
  for (const word of keyword.words) {
    const search = pattern(word)
    for (let hit = search.exec(flat); hit; hit = search.exec(flat)) {
      const end = hit.index + hit[0].length
      if (!keyword.negatable || !denied(sentences, hit.index, end, negation)) return hit[0]
      if (hit[0] === '') search.lastIndex += 1
    }
  }
  return null
}

function isSearched(question: InstrumentQuestion): boolean {
  return question.kind === 'text' && question.searched
}

/** Every keyword found in one free text, with the words that were found. */
export function wordsIn(answer: string, { keywords, negation }: Net): Pick<Finding, 'keyword' | 'words'>[] {
  const text = plain(answer)
  const flat = text.replaceAll('\n', ' ')
  const read = { flat, sentences: negation.lines === 'end' ? text : flat }
  return keywords.flatMap((keyword) => {
    const words = firstHit(keyword, read, negation)
    return words === null ? [] : [{ keyword, words }]
  })
}

/** Every keyword found in the free texts that are searched, with the words that were found. */
export function findWords(answers: Answers, net: Net): Finding[] {
  return instrument.questions.filter(isSearched).flatMap(({ key }) => {
    const answer: unknown = answers[key]
    return typeof answer === 'string' ? wordsIn(answer, net).map((found) => ({ ...found, key, answer })) : []
  })
}
