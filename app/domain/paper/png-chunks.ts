import { letters, viewOf } from './view-of'

export type PngChunk = { readonly type: string; readonly from: number; readonly to: number; readonly body: Uint8Array }

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Length, type and check sum around the body of every chunk. */
const around = { before: 8, after: 4 }

/** The chunks of a PNG up to its end chunk; null when it has no signature or a chunk reaches past the end. */
export function pngChunks(bytes: Uint8Array): PngChunk[] | null {
  if (!signature.every((byte, at) => bytes[at] === byte)) return null
  const view = viewOf(bytes)
  const chunks: PngChunk[] = []
  for (let from = signature.length; from + around.before + around.after <= bytes.length;) {
    const length = view.getUint32(from)
    const type = letters(bytes, from + 4, from + around.before)
    const to = from + around.before + length + around.after
    if (to > bytes.length || !/^[A-Za-z]{4}$/.test(type)) return null
    chunks.push({ type, from, to, body: bytes.subarray(from + around.before, to - around.after) })
    if (type === 'IEND') return chunks
    from = to
  }
  return null
}
