import type { PaperProblem } from './paper-problem'

const tail = { bytes: 4096 }

/** Names in a PDF may write any letter as `#` and two hexadecimal digits. */
const unescaped = (text: string) =>
  text.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const locked = /\/Encrypt\b/
const active = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)\b/

/**
 * What is wrong with a PDF. Whole: header, objects, a cross-reference within the file, end mark near the end. A locked one
 * cannot be looked into. What runs or hides is found where it stands in the open; parts that are packed are not opened, so
 * this is no virus scan.
 */
export function pdfProblem(bytes: Uint8Array): PaperProblem | null {
  const text = new TextDecoder('latin1').decode(bytes)
  const end = text.slice(-tail.bytes)
  const [, reference] = /startxref\s+(\d{1,10})\s+%%EOF(?![^]*startxref)/.exec(end) ?? []
  const isWhole =
    /^%PDF-(?:1\.[0-7]|2\.0)/.test(text) &&
    /\d\s+\d+\s+obj\b/.test(text) &&
    reference !== undefined &&
    Number(reference) > 0 &&
    Number(reference) < bytes.length
  if (!isWhole) return 'broken'
  const names = unescaped(text)
  if (locked.test(names)) return 'locked'
  return active.test(names) ? 'active' : null
}
