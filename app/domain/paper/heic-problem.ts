import type { PaperProblem } from './paper-problem'
import { letters, viewOf } from './view-of'

type Box = { readonly type: string; readonly from: number; readonly to: number }

/** Brands of pictures that are packed as HEVC; `mif1` and `msf1` alone do not say how. */
const packed = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']
const anyPicture = ['mif1', 'msf1']

const mostBoxes = 64

/** The boxes of the outermost level; null when one reaches past the end. */
function boxesOf(bytes: Uint8Array): Box[] | null {
  const view = viewOf(bytes)
  const boxes: Box[] = []
  for (let from = 0; from + 8 <= bytes.length && boxes.length < mostBoxes;) {
    const type = letters(bytes, from + 4, from + 8)
    const short = view.getUint32(from)
    if (short === 1 && from + 16 > bytes.length) return null
    const size = short === 0 ? bytes.length - from : short === 1 ? Number(view.getBigUint64(from + 8)) : short
    if (size < 8 || from + size > bytes.length) return null
    boxes.push({ type, from, to: from + size })
    from += size
  }
  return boxes
}

function brandsOf(bytes: Uint8Array, { from, to }: Box): string[] {
  const brands = [letters(bytes, from + 8, from + 12)]
  for (let at = from + 16; at + 4 <= to; at += 4) brands.push(letters(bytes, at, at + 4))
  return brands
}

/**
 * What is wrong with a HEIC. Whole: a file-type box first whose brands are those of HEVC pictures, then a description and
 * data, no box longer than the file.
 */
export function heicProblem(bytes: Uint8Array): PaperProblem | null {
  const boxes = boxesOf(bytes)
  const [first] = boxes ?? []
  if (!boxes || first?.type !== 'ftyp' || first.to - first.from < 16 || first.to - first.from > 512) return 'broken'
  const brands = brandsOf(bytes, first)
  const [major = ''] = brands
  if (![...packed, ...anyPicture].includes(major) || !brands.some((brand) => packed.includes(brand)))
    return 'other_type'
  const has = (type: string) => boxes.some((box) => box.type === type)
  return has('meta') && (has('mdat') || has('idat')) ? null : 'broken'
}
