export type ValuePart = { readonly text: string; readonly isValue: boolean }

const value =
  /\b\d+(?:[.,]\d+)?(?:\s?%| of \d+| (?:days?|weeks?|months?|years?|points?|tests?|sessions?))?|\bin person\b/g

/** A sentence cut where a value stands in it: a number with its unit, or "in person". */
export function valueParts(sentence: string): ValuePart[] {
  const parts: ValuePart[] = []
  let from = 0
  for (const match of sentence.matchAll(value)) {
    if (match.index > from) parts.push({ text: sentence.slice(from, match.index), isValue: false })
    parts.push({ text: match[0], isValue: true })
    from = match.index + match[0].length
  }
  if (from < sentence.length) parts.push({ text: sentence.slice(from), isValue: false })
  return parts
}
