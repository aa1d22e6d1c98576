import type { Expr } from './expr'
import type { Keyword, Reading, Told, WordCheck } from './keyword'
import { phrasePattern } from './phrase-pattern'
import type { ReadText } from './read-text'

/** Whether the person tells of themselves: only then can "my husband" be somebody else. */
export type Teller = 'self' | 'unknown'
type Group = Keyword | WordCheck
type Span = readonly [start: number, end: number]

const compiled = new WeakMap<Reading, Map<string, RegExp>>()

function compiledIn(reading: Reading, source: string, build: () => string): RegExp {
  const known = compiled.get(reading) ?? new Map<string, RegExp>()
  compiled.set(reading, known)
  const found = known.get(source) ?? new RegExp(build(), 'gu')
  known.set(source, found)
  found.lastIndex = 0
  return found
}

const phrase = (source: string, reading: Reading) =>
  compiledIn(reading, source, () => phrasePattern(source, reading.lists))

/** One of these phrases; a word that stands in two rows counts once, so that a list of words is read in one way only. */
function choice(phrases: readonly string[], { lists }: Reading): string {
  const single = phrases.filter((each) => !/[ {/(]/.test(each)).flatMap((each) => each.split('|'))
  const more = phrases.filter((each) => /[ {/(]/.test(each))
  return `(?:${[...new Set([...more, ...single])].map((each) => phrasePattern(each, lists)).join('|')})`
}

/** Each place where one of the phrases stands, also where two overlap. */
function spansOf(phrases: readonly string[], plain: string, reading: Reading): Span[] {
  return phrases.flatMap((source) => {
    const search = phrase(source, reading)
    const spans: Span[] = []
    for (let hit = search.exec(plain); hit; hit = search.exec(plain)) {
      if (hit[0] === '') break
      spans.push([hit.index, hit.index + hit[0].length])
      search.lastIndex = hit.index + 1
    }
    return spans
  })
}

/** The text with these phrases blotted out; every other word stays in its place. */
function blotted(phrases: readonly string[], plain: string, reading: Reading): string {
  return spansOf(phrases, plain, reading).reduce(
    (text, [start, end]) => text.slice(0, start) + text.slice(start, end).replaceAll(/[^ \n]/g, '_') + text.slice(end),
    plain,
  )
}

const says = (phrases: readonly string[], text: string, reading: Reading) => spansOf(phrases, text, reading).length > 0

type Sentence = { readonly before: string; readonly hit: string; readonly after: string; readonly asked: boolean }

/** The sentence around a hit: a full stop, a question mark and a new line end it. */
function sentenceAround(plain: string, [start, end]: Span): Sentence {
  const before =
    plain
      .slice(0, start)
      .split(/\n|(?<=(?:^|[ \n])[.?]) /u)
      .at(-1) ?? ''
  const rest = plain.slice(end)
  const stop = /\n|[ \n][.?](?![^ \n])/u.exec(rest)
  const after = stop ? rest.slice(0, stop.index) : rest
  return { before, hit: plain.slice(start, end), after, asked: stop?.[0].endsWith('?') === true }
}

/** What follows in the sentence, up to the next item of a row of denials: "no fever, no chills until Friday". */
const untilNextDenial = (after: string) => after.split(/ (?:, )?(?:no|not|never|nor|denies) /u)[0] ?? ''

/** "No fever", "denies fever or chills": nothing but a list between the denial, the words and the end of their clause. */
function deniedBefore({ before, hit, after, asked }: Sentence, reading: Reading): boolean {
  const { deny, denyList, listed, doubt, doubtBefore, doubtLater } = reading.denial
  const found = compiledIn(reading, 'denied before', () => {
    const item = `(?:(?:${choice(listed, reading)}|,|:) )`
    return `(?:^|.* )(${choice([...denyList, ...deny], reading)}) (${item}*)$`
  }).exec(before)
  if (!found || asked) return false
  const [, denier = '', list = ''] = found
  const start = before.length - list.length - denier.length - 1
  const twice = denier === 'without' && says(['no|not|never'], before.slice(0, start), reading)
  if (twice) return false
  if (says(doubtBefore, before.slice(0, start).split(' , ').at(-1) ?? '', reading)) return false
  if (says(doubt, `${list}${hit}`, reading) || says(doubtLater, untilNextDenial(after), reading)) return false
  const closed = compiledIn(reading, 'closed after', () => {
    const item = `(?: (?:${choice(listed, reading)}))`
    return `^(${item}*)(?=$| (?:,|-|no|nor) | ,$)`
  }).exec(after)
  if (!closed) return false
  const governs = says(denyList, denier, reading)
  const withOr = / (?:or|nor) /.test(` ${list} ${after} `)
  return governs || withOr || !list.includes(',')
}

/** "Fever: no", "Chills? No.": the answer stands right after, and nothing takes it back. */
function deniedAfter(rest: string, reading: Reading): boolean {
  const { no, listed, doubtLater } = reading.denial
  const found = compiledIn(reading, 'denied after', () => {
    const item = `(?:(?:${choice(listed, reading)}|,) )`
    return `^ (?:${item}*[:?-] )?${choice(no, reading)}(?=$|[ \\n][.,](?=[ \\n]|$)|\\n)`
  }).exec(rest)
  if (!found) return false
  const tail = rest.slice(found[0].length).split(/\n| [.?](?=[ \n]|$)/u)[0] ?? ''
  return !says(doubtLater, tail, reading)
}

/** "My calf is not swollen": the denial stands right before the last word, and the clause ends there. */
function deniedInside({ hit, after, asked }: Sentence, reading: Reading): boolean {
  const { signs, doubtLater } = reading.denial
  const inside = compiledIn(reading, 'denied inside', () => {
    return `(?:(?: is| are| was| were) not|n't) ${choice(signs, reading)}$`
  }).test(hit)
  return inside && !asked && /^(?:$| ,)/u.test(after) && !says(doubtLater, after, reading)
}

/** "My mother takes it, not me": somebody else is plainly the subject, and nothing of the person follows. */
function ofSomebodyElse({ before, hit, after }: Sentence, reading: Reading): boolean {
  const { who, have, between, self } = reading.others
  const found = compiledIn(reading, 'somebody else', () => {
    const item = `(?:(?:${choice([...reading.denial.listed, ...between], reading)}|,) )`
    const person = choice(who, reading)
    const has = `(?: (?:and|or|,) ${person})*(?: [^ ]+)? ${choice(have, reading)} ${item}*`
    const owns = `'s ${item}*`
    return `^(|.* )(?:${person}${has}|${choice(who, reading).replaceAll('(?![^ \\n])', '')}${owns})$`
  }).exec(before)
  if (!found) return false
  const rest = ` ${hit} ${after} `.replaceAll(/ (?:not|never) (?:me|i|mine|myself)(?= )/g, ' ')
  return !says(self, `${found[1] ?? ''}${rest}`, reading)
}

const wholeOf = ({ before, hit, after }: Sentence) => `${before}${hit}${after}`

function isOver(sentence: Sentence, reading: Reading): boolean {
  const { when, over, recent } = reading.past
  const whole = wholeOf(sentence)
  return says(when, whole, reading) && says(over, whole, reading) && !says(recent, whole, reading)
}

type How = {
  readonly reading: Reading
  readonly teller: Teller
  readonly also?: readonly string[]
  /** Whether the answers surely say this. */
  readonly answered?: (when: Expr) => boolean
}

/** The answers say the very thing, and the text says no more than they do. */
function isTold(told: Told, plain: string, sentence: Sentence, { reading, teller, answered }: How): boolean {
  if (!answered?.(told.when)) return false
  if (told.words && !says(told.words, sentence.hit, reading)) return false
  if (told.others && !(teller === 'self' && ofSomebodyElse(sentence, reading))) return false
  if (told.with && !says(told.with, wholeOf(sentence), reading)) return false
  return !says(told.unless, blotted(told.harmless ?? [], plain, reading), reading)
}

function passes(group: Group, plain: string, span: Span, how: How) {
  const { reading, teller } = how
  const sentence = sentenceAround(plain, span)
  if (group.negatable) {
    if (deniedBefore(sentence, reading) || deniedInside(sentence, reading)) return true
    if (deniedAfter(plain.slice(span[1]), reading)) return true
  }
  if (group.past && isOver(sentence, reading)) return true
  if ('told' in group && group.told?.some((told) => isTold(told, plain, sentence, how))) return true
  return group.others !== undefined && teller === 'self' && ofSomebodyElse(sentence, reading)
}

const untouchedBy = (others: readonly Span[], spans: readonly Span[]) =>
  spans.filter(([start, end]) => !others.some((other) => start < other[1] && end > other[0]))

/** What was written from one place of the read text to another. */
function written({ tokens, at, written: text }: ReadText, [start, end]: Span): string {
  const inside = tokens.filter((_token, index) => {
    const place = at[index] ?? 0
    return place >= start && place < end
  })
  return text.slice(inside[0]?.from ?? 0, inside.at(-1)?.to ?? 0)
}

/** The words of the first phrase of a group that stands in a text and is not plainly denied, past, somebody else's or answered. */
export function findPhrase(group: Group, text: ReadText, how: How): string | null {
  const { reading, also = [] } = how
  const { plain } = text
  const phrases = [...group.words, ...also]
  const hits =
    reading.harmless === 'passed over'
      ? spansOf(phrases, blotted(group.harmless ?? [], plain, reading), reading)
      : untouchedBy(spansOf(group.harmless ?? [], plain, reading), spansOf(phrases, plain, reading))
  const hit = hits.find((span) => !passes(group, plain, span, how))
  return hit ? written(text, hit) : null
}
