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

test('no changed text is ever lost', () => {
  const words = fc.stringMatching(/^[a-z ]{0,12}$/)
  const body = fc.record(
    Object.fromEntries(noteSections.map((section) => [section.key, words])),
  ) as fc.Arbitrary<NoteBody>
  fc.assert(
    fc.property(body, body, body, (start, mine, theirs) => {
      const { merged } = mergeNotes(start, mine, theirs)
      for (const { key } of noteSections) {
        if (mine[key] !== start[key]) expect(merged[key]).toContain(mine[key].trim())
        if (theirs[key] !== start[key]) expect(merged[key]).toContain(theirs[key].trim())
      }
    }),
  )
})
