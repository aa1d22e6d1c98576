import { type Answers, type InstrumentQuestion, instrument, type QuestionKey } from '~/domain/intake/instrument'
import type { Expr } from './expr'
import { findPatterns } from './find-patterns'
import { findPhrase, type Teller } from './find-phrases'
import type { Keyword, PatternNegation, Reading, WordCheck } from './keyword'
import { readText } from './read-text'

export type Finding<Group = Keyword> = {
  readonly keyword: Group
  readonly key: QuestionKey
  readonly answer: string
  readonly words: string
}

/** What is searched for, and how the texts are read: since 1.1.0 as phrases, in 1.0.0 as patterns. */
export type Net = {
  readonly keywords: readonly Keyword[]
  readonly negation?: PatternNegation
  readonly reading?: Reading
  /** Questions for names where people also write of themselves. */
  readonly alsoIn?: readonly QuestionKey[]
  /** Whether the answers surely say this: words that only repeat it call no second time. */
  readonly answered?: (when: Expr) => boolean
}

/** Every keyword found in one free text, with the words that were found, as they were written. */
export function wordsIn(answer: string, net: Net, teller: Teller = 'unknown'): Pick<Finding, 'keyword' | 'words'>[] {
  const { keywords, negation, reading, answered } = net
  if (negation) return findPatterns(answer, keywords, negation)
  if (!reading) throw new Error('A word net needs a way to read')
  const text = readText(answer, reading)
  return keywords.flatMap((keyword) => {
    const words = findPhrase(keyword, text, { reading, teller, ...(answered ? { answered } : {}) })
    return words === null ? [] : [{ keyword, words }]
  })
}

function textsOf(answers: Answers, alsoIn: readonly QuestionKey[] = []): { key: QuestionKey; answer: string }[] {
  const isSearched = (asked: InstrumentQuestion) =>
    asked.kind === 'text' && (asked.searched || alsoIn.includes(asked.key))
  return instrument.questions.filter(isSearched).flatMap(({ key }) => {
    const answer: unknown = answers[key]
    return typeof answer === 'string' ? [{ key, answer }] : []
  })
}

const tellerOf = ({ whoAnswers }: Answers): Teller => (whoAnswers === 'myself' ? 'self' : 'unknown')

/** Every keyword found in the free texts that are searched, with the words that were found. */
export function findWords(answers: Answers, net: Net): Finding[] {
  return textsOf(answers, net.alsoIn).flatMap(({ key, answer }) => {
    const here = { ...net, keywords: net.keywords.filter((keyword) => !keyword.notIn?.includes(key)) }
    return wordsIn(answer, here, tellerOf(answers)).map((found) => ({ ...found, key, answer }))
  })
}

/** What the free texts leave to clarify before a procedure. */
export function findChecks(
  answers: Answers,
  net: { readonly checks: readonly WordCheck[]; readonly reading: Reading; readonly alsoIn?: readonly QuestionKey[] },
): Finding<WordCheck>[] {
  const { checks, reading, alsoIn } = net
  return textsOf(answers, alsoIn).flatMap(({ key, answer }) => {
    const text = readText(answer, reading)
    return checks.flatMap((keyword) => {
      const also = keyword.within?.keys.includes(key) ? keyword.within.words : []
      const words = findPhrase(keyword, text, { reading, teller: tellerOf(answers), also })
      return words === null ? [] : [{ keyword, key, answer, words }]
    })
  })
}
