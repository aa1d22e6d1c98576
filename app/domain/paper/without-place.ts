import { indexOfText } from './index-of-text'
import { pngChunks } from './png-chunks'
import type { PngChunk } from './png-chunks'
import { blankTiffPlace } from './tiff-place'
import { letters } from './view-of'

/** How a TIFF block begins, in either byte order, with its first table right behind. */
const tiffStarts = ['II*\0\b\0\0\0', 'MM\0*\0\0\0\b']
const exifStart = 'Exif\0\0'

/** Text chunks of a PNG in which programs keep EXIF or XMP. */
const placeKeywords = ['XML:com.adobe.xmp', 'Raw profile type exif', 'Raw profile type APP1', 'Raw profile type xmp']

const mostBlocks = 64

function startsOf(bytes: Uint8Array, text: string): number[] {
  const found: number[] = []
  for (let at = indexOfText(bytes, text); at >= 0 && found.length < mostBlocks; at = indexOfText(bytes, text, at + 1))
    found.push(at)
  return found
}

/** In XMP, which is text, the values of every GPS property become spaces. */
function blankXmpPlace(bytes: Uint8Array): void {
  for (const from of startsOf(bytes, '<x:xmpmeta')) {
    const to = indexOfText(bytes, '</x:xmpmeta>', from)
    if (to < 0) return
    const text = new TextDecoder('latin1').decode(bytes.subarray(from, to))
    for (const said of text.matchAll(/GPS\w*\s*=\s*(?:"([^"]*)"|'([^']*)')|<[\w-]+:GPS\w*[^>]*>([^<]*)</gi)) {
      const value = said[1] ?? said[2] ?? said[3] ?? ''
      const at = from + said.index + said[0].lastIndexOf(value)
      bytes.fill(0x20, at, at + value.length)
    }
  }
}

function tellsPlace({ type, body }: PngChunk): boolean {
  if (type === 'eXIf') return true
  if (!['iTXt', 'tEXt', 'zTXt'].includes(type)) return false
  const keyword = letters(body, 0, Math.max(0, body.subarray(0, 80).indexOf(0)))
  return placeKeywords.includes(keyword)
}

/** A PNG has a check sum over each chunk: those that may tell a place are left out whole. */
function pngWithoutPlace(bytes: Uint8Array): Uint8Array {
  const gone = (pngChunks(bytes) ?? []).filter(tellsPlace)
  if (gone.length === 0) return bytes
  const kept = new Uint8Array(bytes.length - gone.reduce((sum, { from, to }) => sum + to - from, 0))
  let [read, written] = [0, 0]
  for (const { from, to } of [...gone, { from: bytes.length, to: bytes.length }]) {
    kept.set(bytes.subarray(read, from), written)
    written += from - read
    read = to
  }
  return kept
}

/**
 * A photo without where it was taken: place entries of EXIF and XMP are blanked where they stand, the picture itself and
 * how it is turned stay as they are. `found` is the media type; what is no photo comes back as it is.
 */
export function withoutPlace(bytes: Uint8Array, found: string | undefined): Uint8Array {
  if (found === 'image/png' || found === 'image/apng') return pngWithoutPlace(bytes)
  if (found !== 'image/jpeg' && !found?.startsWith('image/hei')) return bytes
  const copy = Uint8Array.from(bytes)
  const blocks = new Set([
    ...startsOf(copy, exifStart).map((at) => at + exifStart.length),
    ...tiffStarts.flatMap((start) => startsOf(copy, start)),
  ])
  for (const at of blocks) blankTiffPlace(copy, at)
  blankXmpPlace(copy)
  return copy
}
