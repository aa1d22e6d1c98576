import type { PaperMediaType } from '../intake/paper-lists'

/** Endings that say what a paper is; the first is the one we write. */
const endings: Record<PaperMediaType, readonly [string, ...string[]]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png', 'apng'],
  'image/heic': ['heic', 'heif', 'hif'],
}

const longest = 100

/** Control characters, what turns the reading direction, what cannot be seen, and what file systems do not take. */
const unwelcome = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu

/**
 * The name of a paper as we keep and show it: the last part of a path, readable, of bounded length, with an ending that
 * agrees with what the bytes are. A wrong ending stays before the right one: "scan.html" of a PDF is "scan.html.pdf".
 */
export function paperName(given: string, mediaType: PaperMediaType): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(unwelcome, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  const [right, ...alike] = endings[mediaType]
  const written = /\.([A-Za-z0-9]{1,5})$/.exec(plain)?.[1]
  const agrees = written !== undefined && [right, ...alike].includes(written.toLowerCase())
  const ending = agrees ? written : right
  const stem = agrees ? plain.slice(0, -written.length - 1) : plain
  const short = [...stem].slice(0, longest).join('').trim()
  return `${short === '' ? 'paper' : short}.${ending}`
}
