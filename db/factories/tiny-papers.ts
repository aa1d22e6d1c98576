import { crc32, deflateSync } from 'node:zlib'

const ascii = (text: string) => Buffer.from(text, 'latin1')

/** A PDF of one empty page, with whatever else stands among its objects. */
export function aPdf({ extra = '', end = '%%EOF\n' }: { extra?: string; end?: string } = {}): Buffer {
  const body = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R ${extra} >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>
endobj
`
  const table = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${body.length}\n${end}`
  return ascii(body + table)
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([ascii(type), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}

/** A PNG of one colour. `shade` makes another picture; `size` is what its header says; `extra` are more chunks by type. */
export function aPng({
  shade = 0x80,
  size = [8, 8],
  extra = [],
}: {
  shade?: number
  size?: readonly [number, number]
  extra?: readonly (readonly [string, Buffer])[]
} = {}): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size[0], 0)
  head.writeUInt32BE(size[1], 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.concat(Array.from({ length: 8 }, () => Buffer.from([0, ...Array<number>(8).fill(shade)])))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...extra.map(([type, body]) => chunk(type, body)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function segment(code: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** EXIF with a turned picture (orientation 6) and a place, 44 degrees 51 minutes north, in the given byte order. */
export function exifWithPlace(order: 'II' | 'MM'): Buffer {
  const tiff = Buffer.alloc(104)
  const [u16, u32] =
    order === 'II'
      ? [tiff.writeUInt16LE.bind(tiff), tiff.writeUInt32LE.bind(tiff)]
      : [tiff.writeUInt16BE.bind(tiff), tiff.writeUInt32BE.bind(tiff)]
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    u16(tag, at)
    u16(type, at + 2)
    u32(count, at + 4)
    if (type === 3) u16(value, at + 8)
    else u32(value, at + 8)
  }
  tiff.write(order, 0, 'latin1')
  u16(42, 2)
  u32(8, 4)
  u16(2, 8)
  entry(10, 0x0112, 3, 1, 6)
  entry(22, 0x8825, 4, 1, 40)
  u16(2, 40)
  entry(42, 0x0001, 2, 2, 0)
  tiff.write('N', 50, 'latin1')
  entry(54, 0x0002, 5, 3, 80)
  for (const [index, number] of [44, 1, 51, 1, 26, 1].entries()) u32(number, 80 + index * 4)
  return Buffer.concat([ascii('Exif\0\0'), tiff])
}

/** A JPEG of 8 by 8 grey points. `shade` (0 to 9) makes another file; `exif` and `xmp` stand where cameras write them. */
export function aJpeg({
  shade = 0,
  exif,
  xmp,
  size = [8, 8],
}: { shade?: number; exif?: Buffer; xmp?: string; size?: readonly [number, number] } = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(size[1], 1)
  frame.writeUInt16BE(size[0], 3)
  const flat = Buffer.alloc(65, 1)
  flat[0] = 0
  const table = (kind: number) => Buffer.from([kind, 1, ...Array<number>(15).fill(0), 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from([...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0])),
    ...(exif ? [segment(0xe1, exif)] : []),
    ...(xmp === undefined ? [] : [segment(0xe1, Buffer.concat([ascii('http://ns.adobe.com/xap/1.0/\0'), ascii(xmp)]))]),
    segment(0xfe, ascii(`shade ${shade}`)),
    segment(0xdb, flat),
    segment(0xc0, frame),
    segment(0xc4, table(0x00)),
    segment(0xc4, table(0x10)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ])
}

function box(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** The boxes of a HEIC, as a phone writes them, around no picture. */
export function aHeic({
  brands = ['heic', 'mif1', 'heic'],
  exif = Buffer.alloc(0),
}: { brands?: readonly [string, ...string[]]; exif?: Buffer } = {}): Buffer {
  const [major, ...more] = brands
  return Buffer.concat([
    box('ftyp', ascii(`${major}\0\0\0\0${more.join('')}`)),
    box('meta', Buffer.alloc(24)),
    box('mdat', Buffer.concat([Buffer.from([0, 0, 0, 6]), exif, Buffer.alloc(32, 7)])),
  ])
}
