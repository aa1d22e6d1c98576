import { eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { notes } from '@db/schema/visits'
import { changedSections, emptyNote } from '~/domain/note/note-body'
import type { NoteBody } from '~/domain/note/note-body'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import type { Context } from '~/features/context'

export type KeptNote = { noteId: string; version: number; savedAt: Date }

/** Somebody else, or another tab, saved first: their text comes back and nothing of either is overwritten. */
export type NoteConflict = { conflict: { body: NoteBody; version: number; savedAt: Date } }

type Wish = { visit: { id: string; patientId: string }; version: number; body: NoteBody }

/**
 * Writes the note when it is still at the version it was based on. Saving the same text twice is one save.
 * Call inside the verb's transaction, after the permission was asked.
 */
export async function keepNote(
  tx: Tx,
  context: Context,
  { visit, version, body }: Wish,
): Promise<KeptNote | NoteConflict | Refusal<'signed'>> {
  const savedAt = context.now
  const [before] = await tx.select().from(notes).where(eq(notes.visitId, visit.id)).for('update')
  const audit = (thingId: string, fields: string[]) =>
    recordAudit(tx, context, { did: 'note.write', patientId: visit.patientId, thing: 'note', thingId, fields })

  if (!before) {
    const [created] = await tx
      .insert(notes)
      .values({ visitId: visit.id, patientId: visit.patientId, providerId: context.actor.id, body, savedAt })
      .onConflictDoNothing({ target: notes.visitId })
      .returning({ id: notes.id, version: notes.version })
    if (!created) return keepNote(tx, context, { visit, version, body })
    await audit(created.id, changedSections(emptyNote, body))
    return { noteId: created.id, version: created.version, savedAt }
  }
  if (before.signedAt)
    return refuse('signed', 'This note is signed. Nothing in it can change. Add an addendum instead.')

  const changed = changedSections(before.body, body)
  if (changed.length === 0) return { noteId: before.id, version: before.version, savedAt: before.savedAt }
  if (before.version !== version) {
    return { conflict: { body: before.body, version: before.version, savedAt: before.savedAt } }
  }
  await tx
    .update(notes)
    .set({ body, version: version + 1, savedAt })
    .where(eq(notes.id, before.id))
  await audit(before.id, changed)
  return { noteId: before.id, version: version + 1, savedAt }
}
