import { viewOf } from './view-of'

/** Bytes of one value of each TIFF type. */
const widths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** How a TIFF block begins: two letters for the byte order, then 42 in that order. */
const byteOrders = new Map([
  [0x49492a00, 'little'],
  [0x4d4d002a, 'big'],
])

const tag = { place: 0x8825 }
const entryBytes = 12
const mostEntries = 512

/** Blanks the place entries of one TIFF block (the inside of EXIF) that begins at `start`, in these bytes. Anything odd is left alone. */
export function blankTiffPlace(bytes: Uint8Array, start: number): void {
  const block = bytes.subarray(start)
  const view = viewOf(block)
  const order = block.length < 8 ? undefined : byteOrders.get(view.getUint32(0))
  if (order === undefined) return
  const little = order === 'little'
  const entriesAt = (at: number) => {
    const count = at + 2 <= block.length ? view.getUint16(at, little) : 0
    const fits = count <= mostEntries && at + 2 + count * entryBytes <= block.length
    return fits ? Array.from({ length: count }, (_, index) => at + 2 + index * entryBytes) : []
  }
  for (const entry of entriesAt(view.getUint32(4, little))) {
    if (view.getUint16(entry, little) !== tag.place) continue
    const place = view.getUint32(entry + 8, little)
    const entries = entriesAt(place)
    for (const one of entries) {
      const bytesOfValue = (widths[view.getUint16(one + 2, little)] ?? 0) * view.getUint32(one + 4, little)
      const far = view.getUint32(one + 8, little)
      if (bytesOfValue > 4 && far + bytesOfValue <= block.length) block.fill(0, far, far + bytesOfValue)
    }
    if (entries.length > 0) block.fill(0, place, place + 2 + entries.length * entryBytes)
  }
}
