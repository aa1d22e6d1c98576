import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aHeic, aJpeg, aPdf, aPng, exifWithPlace } from '@db/factories/tiny-papers'
import { checkPaper } from './paper-check'
import { withoutPlace } from './without-place'

const xmp = `<x:xmpmeta><rdf:Description exif:GPSLatitude="44,51.4N" tiff:Orientation="6"><exif:GPSLongitude>93,25.1W</exif:GPSLongitude></rdf:Description></x:xmpmeta>`
/** The rationals of 44 degrees and 51 minutes, in both byte orders. */
const places = [
  [44, 0, 0, 0, 1, 0, 0, 0, 51, 0, 0, 0],
  [0, 0, 0, 44, 0, 0, 0, 1, 0, 0, 0, 51],
]
const tellsPlace = (bytes: Uint8Array) => {
  const hex = Buffer.from(bytes).toString('hex')
  return places.some((place) => hex.includes(Buffer.from(place).toString('hex')))
}

describe.each(['II', 'MM'] as const)('a photo whose EXIF is written in %s order', (order) => {
  const exif = exifWithPlace(order)

  test.each([
    ['image/jpeg', aJpeg({ exif })],
    ['image/heic', aHeic({ exif })],
  ] as const)('%s loses its place, keeps how it is turned and everything else', (mediaType, photo) => {
    expect(tellsPlace(photo)).toBe(true)
    const clean = withoutPlace(photo, mediaType)
    expect([tellsPlace(clean), tellsPlace(photo)]).toEqual([false, true])
    expect(clean).toHaveLength(photo.length)
    const changed = [...photo.keys()].filter((at) => photo[at] !== clean[at])
    const start = photo.indexOf('Exif\0\0', 0, 'latin1') + 6
    expect(changed.length).toBeGreaterThan(12)
    expect(changed.every((at) => at >= start + 40 && at < start + 104)).toBe(true)
    expect(checkPaper(clean, mediaType)).toEqual({ ok: true, mediaType })
    expect(withoutPlace(clean, mediaType)).toEqual(clean)
  })

  test('a PNG loses the chunk that holds it and stays whole', () => {
    const clean = withoutPlace(aPng({ extra: [['eXIf', exif.subarray(6)]] }), 'image/png')
    expect(Buffer.from(clean)).toEqual(aPng())
    expect(checkPaper(clean, 'image/png').ok).toBe(true)
  })
})

test('a place in XMP is blanked where it stands', () => {
  const photo = aJpeg({ xmp })
  const clean = Buffer.from(withoutPlace(photo, 'image/jpeg'))
  expect(clean).toHaveLength(photo.length)
  expect(clean.toString('latin1')).toContain(
    'exif:GPSLatitude="        " tiff:Orientation="6"><exif:GPSLongitude>        <',
  )
  expect(clean.toString('latin1')).not.toMatch(/44,51|93,25/)
  const png = aPng({ extra: [['iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)]] })
  expect(Buffer.from(withoutPlace(png, 'image/png'))).toEqual(aPng())
})

test('other words of a PNG, and files that are no photos, stay as they came', () => {
  const png = aPng({ extra: [['tEXt', Buffer.from('Title\0My scan')]] })
  expect(withoutPlace(png, 'image/png')).toBe(png)
  const pdf = Buffer.concat([aPdf(), exifWithPlace('II')])
  expect(withoutPlace(pdf, 'application/pdf')).toBe(pdf)
})

test('broken EXIF, however it points, neither throws nor changes the length', () => {
  const photo = aJpeg({ exif: exifWithPlace('II') })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(photo.length - 1), fc.nat(255)), { maxLength: 12 }), (changes) => {
      const odd = Buffer.from(photo)
      for (const [at, byte] of changes) odd[at] = byte
      expect(withoutPlace(odd, 'image/jpeg')).toHaveLength(photo.length)
    }),
  )
})
