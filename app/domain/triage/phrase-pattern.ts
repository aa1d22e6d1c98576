import type { Reading } from './keyword'

type Lists = Reading['lists']

const gap = String.raw`[ \n]`
const anyWord = String.raw`(?!(?:[.?]|no|nor|without|denies|denied|deny)(?![^ \n]))[^ \n]+`
const gaps: { readonly [dots: string]: number } = { '..': 4, '...': 10 }

const literal = (word: string) =>
  word.replaceAll(/[.?+^$[\]{}\\]/g, String.raw`\$&`).replaceAll('*', String.raw`[\p{L}\d'.]*`)
const oneOf = (choices: readonly string[]) => `(?:${choices.join('|')})`

function part(text: string, lists: Lists): string {
  if (text.startsWith('/') && text.endsWith('/')) return `(?:${text.slice(1, -1)})`
  return oneOf(
    text.split('|').map((choice) => {
      if (choice.length > 2 && choice.startsWith('/') && choice.endsWith('/')) return `(?:${choice.slice(1, -1)})`
      const name = /^\{(.+)\}$/.exec(choice)?.[1]
      if (name === undefined) return literal(choice)
      const entries = lists[name]
      if (!entries) throw new Error(`No such list of phrases: ${name}`)
      return oneOf(entries.map((entry) => sequence(entry, lists)))
    }),
  )
}

const optional = /^\((.+)\)$/

function sequence(phrase: string, lists: Lists): string {
  const items = phrase.split(' ')
  const last = items.findLastIndex((item) => !optional.test(item))
  return items
    .map((item, index) => {
      const most = gaps[item]
      if (most !== undefined) return `(?:${anyWord}${gap}){0,${most}}?`
      const maybe = optional.exec(item)?.[1]
      if (index > last) return `(?:${gap}${part(maybe ?? item, lists)})?`
      if (maybe !== undefined) return `(?:${part(maybe, lists)}${gap})?`
      return index === last ? part(item, lists) : `${part(item, lists)}${gap}`
    })
    .join('')
}

/** The pattern of one phrase, over whole words. Throws for a list that is not there. */
export function phrasePattern(phrase: string, lists: Lists): string {
  return String.raw`(?<![^ \n])${sequence(phrase, lists)}(?![^ \n])`
}
