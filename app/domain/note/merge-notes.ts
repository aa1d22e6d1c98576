import { noteSections } from './note-body'
import type { NoteBody, NoteKey } from './note-body'

export type MergedNote = {
  /** Nothing of either text is missing in it: where both changed a section, theirs stands first, mine below. */
  merged: NoteBody
  /** Sections that both have changed, differently. A person looks at them. */
  both: NoteKey[]
}

function mergeSection(base: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base) return mine
  if (mine === base) return theirs
  return theirs.trim() && mine.trim() ? `${theirs.trimEnd()}\n\n${mine.trimStart()}` : theirs.trim() ? theirs : mine
}

/** Brings two texts together that both started from `base`. */
export function mergeNotes(base: NoteBody, mine: NoteBody, theirs: NoteBody): MergedNote {
  const keys = noteSections.map((section) => section.key)
  const merged = Object.fromEntries(
    keys.map((key) => [key, mergeSection(base[key], mine[key], theirs[key])]),
  ) as NoteBody
  const both = keys.filter((key) => mine[key] !== theirs[key] && mine[key] !== base[key] && theirs[key] !== base[key])
  return { merged, both }
}
