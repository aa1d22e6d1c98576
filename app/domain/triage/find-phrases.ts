import type { Keyword, Reading, WordCheck } from './keyword'
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

function isOver({ before, hit, after }: Sentence, reading: Reading): boolean {
  const whole = `${before}${hit}${after}`
  const { when, over, recent } = reading.past
  return says(when, whole, reading) && says(over, whole, reading) && !says(recent, whole, reading)
}

function passes(group: Group, plain: string, span: Span, { reading, teller }: { reading: Reading; teller: Teller }) {
  const sentence = sentenceAround(plain, span)
  if (group.negatable) {
    if (deniedBefore(sentence, reading) || deniedInside(sentence, reading)) return true
    if (deniedAfter(plain.slice(span[1]), reading)) return true
  }
  if (group.past && isOver(sentence, reading)) return true
  return group.others !== undefined && teller === 'self' && ofSomebodyElse(sentence, reading)
}

/** What was written from one place of the read text to another. */
function written({ tokens, at, written: text }: ReadText, [start, end]: Span): string {
  const inside = tokens.filter((_token, index) => {
    const place = at[index] ?? 0
    return place >= start && place < end
  })
  return text.slice(inside[0]?.from ?? 0, inside.at(-1)?.to ?? 0)
}

/** The words of the first phrase of a group that stands in a text and is not plainly denied, past or somebody else's. */
export function findPhrase(
  group: Group,
  text: ReadText,
  how: { readonly reading: Reading; readonly teller: Teller; readonly also?: readonly string[] },
): string | null {
  const harmless = spansOf(group.harmless ?? [], text.plain, how.reading)
  const isHarmless = ([start, end]: Span) => harmless.some((span) => start < span[1] && end > span[0])
  const hit = spansOf([...group.words, ...(how.also ?? [])], text.plain, how.reading).find(
    (span) => !isHarmless(span) && !passes(group, text.plain, span, how),
  )
  return hit ? written(text, hit) : null
}
