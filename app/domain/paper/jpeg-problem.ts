import type { PaperProblem } from './paper-problem'
import { saneSize } from './sane-size'
import { viewOf } from './view-of'

const marker = { start: 0xffd8, end: 0xd9, scan: 0xda, fill: 0xff }

/** Markers that open a frame; C4, C8 and CC are tables. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)
/** Markers that stand alone, without a length. */
const isBare = (code: number) => code === 0x01 || (code >= 0xd0 && code <= 0xd9)

/**
 * What is wrong with a JPEG. Whole: start mark, a chain of segments with one sane frame and a scan, and an end mark after
 * it. What cameras hang on behind the end is left alone: it is never shown as anything but a picture.
 */
export function jpegProblem(bytes: Uint8Array): PaperProblem | null {
  const view = viewOf(bytes)
  if (bytes.length < 4 || view.getUint16(0) !== marker.start) return 'broken'
  let hasFrame = false
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return 'broken'
    const code = bytes[at + 1] ?? 0
    if (code === marker.fill) {
      at += 1
      continue
    }
    if (isBare(code)) return 'broken'
    const length = view.getUint16(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return 'broken'
    if (isFrame(code)) {
      if (hasFrame || length < 11) return 'broken'
      if (!saneSize(view.getUint16(at + 7), view.getUint16(at + 5))) return 'broken'
      hasFrame = true
    }
    at += 2 + length
    if (code === marker.scan) return hasFrame && endsAfter(bytes, at) ? null : 'broken'
  }
  return 'broken'
}

function endsAfter(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === marker.end) return true
  return false
}
