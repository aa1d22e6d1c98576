import { asc, eq } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { people } from '@db/schema/people'
import { noteAddenda, notes } from '@db/schema/visits'

/** The visit's note with its signature and what was added below it. */
export async function chartNote(tx: Tx, visitId: string) {
  const [note] = await tx
    .select({
      id: notes.id,
      body: notes.body,
      version: notes.version,
      savedAt: notes.savedAt,
      signedAt: notes.signedAt,
      signedByName: people.name,
      signedByTitle: people.credentialsTitle,
    })
    .from(notes)
    .leftJoin(people, eq(people.id, notes.signedBy))
    .where(eq(notes.visitId, visitId))
  if (!note) return null
  const addenda = await tx
    .select({ id: noteAddenda.id, body: noteAddenda.body, writtenAt: noteAddenda.writtenAt, authorName: people.name })
    .from(noteAddenda)
    .innerJoin(people, eq(people.id, noteAddenda.authorId))
    .where(eq(noteAddenda.noteId, note.id))
    .orderBy(asc(noteAddenda.writtenAt))
  return { ...note, addenda }
}
