import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paperDisposition } from './paper-disposition'
import { paperName } from './paper-name'

test.each([
  ['MRI report.pdf', 'application/pdf', 'MRI report.pdf'],
  ['Röntgen été.PDF', 'application/pdf', 'Röntgen été.PDF'],
  ['IMG_0042.JPEG', 'image/jpeg', 'IMG_0042.JPEG'],
  ['IMG_0042.HEIC', 'image/jpeg', 'IMG_0042.HEIC.jpg'],
  ['scan.html', 'application/pdf', 'scan.html.pdf'],
  ['card', 'image/png', 'card.png'],
  ['C:\\Users\\Marla\\card.png', 'image/png', 'card.png'],
  ['../../etc/passwd', 'image/png', 'passwd.png'],
  ['..', 'image/png', 'paper.png'],
  ['', 'image/heic', 'paper.heic'],
  ['a\u0000b\r\nSet-Cookie: x.pdf', 'application/pdf', 'a b Set-Cookie x.pdf'],
  ['gpj.\u202efdp.exe', 'application/pdf', 'gpj. fdp.exe.pdf'],
  ['what<is>"this"|?*.pdf', 'application/pdf', 'what is this.pdf'],
  ['報告 😀.pdf', 'application/pdf', '報告 😀.pdf'],
  ['\ud800broken.pdf', 'application/pdf', '\ufffdbroken.pdf'],
] as const)('%j of %s is kept as %j', (given, mediaType, kept) => {
  expect(paperName(given, mediaType)).toBe(kept)
})

test('whatever it is called, the name is one short readable line with the right ending, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (given) => {
      const name = paperName(given, 'image/jpeg')
      expect(name).toMatch(/\.(jpg|jpeg|jpe|jfif)$/i)
      expect([...name].length).toBeLessThanOrEqual(106)
      // oxlint-disable-next-line no-control-regex -- exactly these must be gone
      expect(name).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069/\\<>:"|?*]/)
      expect(paperName(name, 'image/jpeg')).toBe(name)
    }),
  )
})

test('the header carries the name escaped, and a plain one for old browsers', () => {
  expect(paperDisposition('Röntgen "x".pdf')).toBe(
    `attachment; filename="paper.pdf"; filename*=UTF-8''R%C3%B6ntgen%20%22x%22.pdf`,
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (given) => {
      const name = paperName(given, 'image/png')
      const header = paperDisposition(name)
      expect(header).toMatch(/^attachment; filename="paper\.(png|apng)"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/i)
      expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(name)
    }),
  )
})
