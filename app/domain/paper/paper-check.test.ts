import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aHeic, aJpeg, aPdf, aPng } from '@db/factories/tiny-papers'
import { foundType } from '~/adapters/file-type.server'
import { paperMaxBytes } from '../intake/paper-lists'
import { checkPaper } from './paper-check'

const check = async (bytes: Uint8Array) => checkPaper(bytes, await foundType(bytes))
const ok = (mediaType: string) => ({ ok: true, mediaType })
const no = (problem: string) => ({ ok: false, problem })

describe('what is taken', () => {
  test.each([
    ['a PDF', aPdf(), 'application/pdf'],
    ['a PDF with blanks behind its end', aPdf({ end: '%%EOF\r\n\r\n   ' }), 'application/pdf'],
    ['a JPEG', aJpeg(), 'image/jpeg'],
    ['a JPEG with a film hung on behind its end', Buffer.concat([aJpeg(), aHeic()]), 'image/jpeg'],
    ['a PNG', aPng(), 'image/png'],
    ['a HEIC of a phone', aHeic(), 'image/heic'],
    ['a HEIC with more bits', aHeic({ brands: ['heix', 'mif1', 'heix'] }), 'image/heic'],
    ['a HEIC that calls itself mif1', aHeic({ brands: ['mif1', 'heic', 'mif1'] }), 'image/heic'],
    ['a burst of HEIC', aHeic({ brands: ['hevc', 'heic', 'msf1', 'hevc'] }), 'image/heic'],
  ])('%s', async (_, bytes, mediaType) => {
    expect(await check(bytes)).toEqual(ok(mediaType))
  })
})

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const html = Buffer.from('<!doctype html><title>x</title><script>alert(1)</script>')

describe('what is not taken', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['one byte too many', Buffer.concat([aPng(), Buffer.alloc(paperMaxBytes)]), 'too_large'],
    ['a page', html, 'other_type'],
    ['a drawing with a program', svg, 'other_type'],
    ['plain words', Buffer.from('Dear doctor'), 'other_type'],
    ['an old office file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'other_type'],
    ['an archive', Buffer.from([0x50, 0x4b, 3, 4, ...Array<number>(40).fill(0)]), 'other_type'],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'other_type'],
    ['an AVIF', aHeic({ brands: ['avif', 'mif1', 'miaf'] }), 'other_type'],
    ['a mif1 picture that is packed in another way', aHeic({ brands: ['mif1', 'mif1', 'avif'] }), 'other_type'],
    ['a film', aHeic({ brands: ['isom', 'mp42'] }), 'other_type'],
    ['a page that begins as a PDF does', Buffer.concat([Buffer.from('%PDF-1.4\n'), html]), 'broken'],
    ['a PDF that stops in the middle', aPdf().subarray(0, 200), 'broken'],
    ['a PDF whose end mark is missing', aPdf({ end: '' }), 'broken'],
    ['a locked PDF', aPdf({ extra: '/Encrypt 9 0 R' }), 'locked'],
    ['a PDF with a program', aPdf({ extra: '/OpenAction << /S /JavaScript /JS (x) >>' }), 'active'],
    ['a PDF that hides the word', aPdf({ extra: '/OpenAction << /S /Java#53cript >>' }), 'active'],
    ['a PDF that starts something', aPdf({ extra: '/AA << /S /Launch /F (x.exe) >>' }), 'active'],
    ['a PDF with a file inside', aPdf({ extra: '/Names << /EmbeddedFiles 9 0 R >>' }), 'active'],
    ['a JPEG that stops in the middle', aJpeg().subarray(0, 60), 'broken'],
    ['a JPEG without its end', aJpeg().subarray(0, -2), 'broken'],
    ['a JPEG without height', aJpeg({ size: [8, 0] }), 'broken'],
    ['a JPEG of four thousand million points', aJpeg({ size: [65_000, 65_000] }), 'broken'],
    ['a page behind the first bytes of a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), html]), 'broken'],
    ['a PNG that stops in the middle', aPng().subarray(0, -6), 'broken'],
    ['a PNG that blows up', aPng({ size: [29_000, 29_000] }), 'broken'],
    ['a PNG without width', aPng({ size: [0, 8] }), 'broken'],
    ['a HEIC that stops in the middle', aHeic().subarray(0, -10), 'broken'],
    ['only the name of a HEIC', aHeic().subarray(0, 24), 'broken'],
  ])('%s', async (_, bytes, problem) => {
    expect(await check(bytes)).toEqual(no(problem))
  })
})

describe('whatever the bytes are', () => {
  const papers = [aPdf(), aJpeg(), aPng(), aHeic()]
  const types = ['application/pdf', 'image/jpeg', 'image/png', 'image/heic', 'image/heif', 'text/html', undefined]

  test('the check answers and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...types), (bytes, found) => {
        expect(typeof checkPaper(bytes, found).ok).toBe('boolean')
      }),
    )
  })

  test('a paper cut anywhere is not taken as whole, and a changed byte never breaks the check', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2, 3), fc.nat(), fc.nat(255), (which, at, byte) => {
        const whole = papers[which] ?? Buffer.alloc(0)
        const found = types[which]
        expect(checkPaper(whole.subarray(0, at % (whole.length - 7)), found).ok).toBe(false)
        const changed = Buffer.from(whole)
        changed[at % changed.length] = byte
        expect(typeof checkPaper(changed, found).ok).toBe('boolean')
      }),
    )
  })
})
