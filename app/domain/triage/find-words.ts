import { type Answers, type InstrumentQuestion, instrument, type QuestionKey } from '~/domain/intake/instrument'
import type { Keyword } from './keyword-net'

export type Finding = {
  readonly keyword: Keyword
  readonly key: QuestionKey
  readonly answer: string
  readonly words: string
}

const listed = String.raw`(?:any|a|an|or|and|nor|had|have|having|new|more|of|fevers?|chills?|rigors?|night|sweats?|numbness|weakness|shaking)`
const denial = new RegExp(
  String.raw`\b(?:no|never|without|denie[sd]|deny|not|(?:do not|don't|did not|didn't|have not|haven't) (?:have|had|take|taken|use|used))\s+(?:${listed}[\s,/]*)*$`,
)
const doubt = /\b(?:but|until|except|before|now|started|since|anymore|any more|sure|know|yet|till|only)\b/

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\u2018\u2019\u02bc]/g, "'")
    .replaceAll(/\s+/g, ' ')
}

function sentenceAround(text: string, start: number, end: number) {
  const before = Math.max(...['.', '!', '?', ';'].map((stop) => text.lastIndexOf(stop, start - 1)))
  const ends = ['.', '!', '?', ';'].map((stop) => text.indexOf(stop, end)).filter((at) => at >= 0)
  return { before: text.slice(before + 1, start), whole: text.slice(before + 1, Math.min(text.length, ...ends)) }
}

/** Denied only when the denial stands directly before the words and nothing in the sentence takes it back. */
function denied(text: string, start: number, end: number): boolean {
  const { before, whole } = sentenceAround(text, start, end)
  return denial.test(before) && !doubt.test(whole)
}

const global = new Map<RegExp, RegExp>()

function everywhere(word: RegExp): RegExp {
  const known = global.get(word) ?? new RegExp(word.source, 'g')
  global.set(word, known)
  return known
}

function firstHit(keyword: Keyword, text: string): string | null {
  for (const word of keyword.words) {
    for (const hit of text.matchAll(everywhere(word))) {
      const end = hit.index + hit[0].length
      if (!keyword.negatable || !denied(text, hit.index, end)) return hit[0]
    }
  }
  return null
}

function isSearched(question: InstrumentQuestion): boolean {
  return question.kind === 'text' && question.searched
}

/** Every keyword found in one free text, with the words that were found. */
export function wordsIn(answer: string, keywords: readonly Keyword[]): Pick<Finding, 'keyword' | 'words'>[] {
  const text = plain(answer)
  return keywords.flatMap((keyword) => {
    const words = firstHit(keyword, text)
    return words === null ? [] : [{ keyword, words }]
  })
}

/** Every keyword found in the free texts that are searched, with the words that were found. */
export function findWords(answers: Answers, keywords: readonly Keyword[]): Finding[] {
  return instrument.questions.filter(isSearched).flatMap(({ key }) => {
    const answer: unknown = answers[key]
    return typeof answer === 'string' ? wordsIn(answer, keywords).map((found) => ({ ...found, key, answer })) : []
  })
}
