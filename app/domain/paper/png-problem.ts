import type { PaperProblem } from './paper-problem'
import { pngChunks } from './png-chunks'
import { saneSize } from './sane-size'
import { viewOf } from './view-of'

/** Bit depths that each colour type may have. */
const depths: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

/** What is wrong with a PNG. Whole: signature, a first chunk with a sane size and colours, picture data, an end chunk. */
export function pngProblem(bytes: Uint8Array): PaperProblem | null {
  const chunks = pngChunks(bytes)
  const [head] = chunks ?? []
  if (!chunks || head?.type !== 'IHDR' || head.body.length !== 13) return 'broken'
  const view = viewOf(head.body)
  const isDrawn = depths[view.getUint8(9)]?.includes(view.getUint8(8)) === true
  const isSane = saneSize(view.getUint32(0), view.getUint32(4)) && isDrawn
  return isSane && chunks.some(({ type }) => type === 'IDAT') ? null : 'broken'
}
