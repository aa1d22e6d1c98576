import { expect, test } from 'vitest'
import { callWords } from './call-words'

const zone = 'America/Chicago'
const at = (iso: string) => new Date(iso)

test.each([
  ['2026-11-24T17:12:00Z', '2026-11-24T21:12:00Z', 'We call you today', 'by 3:12 PM CT', 'today'],
  ['2026-11-24T22:00:00Z', '2026-11-25T17:00:00Z', 'We call you tomorrow', 'by Wed, Nov 25 · 11:00 AM CT', 'tomorrow'],
  [
    '2026-11-28T02:00:00Z',
    '2026-11-30T18:00:00Z',
    'We call you on Monday',
    'by Mon, Nov 30 · 12:00 PM CT',
    'on Monday',
  ],
])('at %s a call due %s is said as "%s", "%s"', (now, dueAt, title, by, day) => {
  expect(callWords(at(dueAt), at(now), zone)).toEqual({ title, by, day, late: false })
})

test('when we are late we say so', () => {
  expect(callWords(at('2026-11-24T21:12:00Z'), at('2026-11-24T21:30:00Z'), zone)).toMatchObject({
    late: true,
    by: 'We wanted to by 3:12 PM CT',
  })
})
