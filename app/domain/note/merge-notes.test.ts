import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeNotes } from './merge-notes'
import { emptyNote, noteSections } from './note-body'
import type { NoteBody } from './note-body'

const base: NoteBody = { ...emptyNote, history: 'Fell in March.', plan: 'Wait.' }

test('what only one of the two changed is taken, without asking', () => {
  const merged = mergeNotes(base, { ...base, plan: 'Injection.' }, { ...base, exam: 'Done.' })
  expect(merged).toEqual({ merged: { ...base, plan: 'Injection.', exam: 'Done.' }, both: [] })
})

test('what both changed keeps both texts and says where', () => {
  const { merged, both } = mergeNotes(base, { ...base, plan: 'Mine.' }, { ...base, plan: 'Theirs.' })
  expect(merged.plan).toBe('Theirs.\n\nMine.')
  expect(both).toEqual(['plan'])
})

const words = fc.stringMatching(/^[a-z ]{0,12}$/)
const body = fc.record(
  Object.fromEntries(noteSections.map((section) => [section.key, words])),
) as fc.Arbitrary<NoteBody>

test('no changed text is ever lost', () => {
  const lost = (start: NoteBody, mine: NoteBody, theirs: NoteBody) => {
    const { merged } = mergeNotes(start, mine, theirs)
    return [mine, theirs].flatMap((text) =>
      noteSections.filter(({ key }) => text[key] !== start[key] && !merged[key].includes(text[key].trim())),
    )
  }
  fc.assert(
    fc.property(body, body, body, (start, mine, theirs) => {
      expect(lost(start, mine, theirs)).toEqual([])
    }),
  )
})
