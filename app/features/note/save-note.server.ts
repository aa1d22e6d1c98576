import { eq } from 'drizzle-orm'
import { visits } from '@db/schema/visits'
import type { NoteBody } from '~/domain/note/note-body'
import { may } from '~/domain/people/permissions'
import { refuse, wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { keepNote } from './keep-note.server'
import type { NoteConflict } from './keep-note.server'

export type SavedNote = { version: number; savedAt: Date }

/** Keeps what was typed. Refused for everyone but the clinician of the visit, and once the note is signed. */
export async function saveNote(
  context: Context,
  wish: { visitId: string; version: number; body: NoteBody },
): Promise<SavedNote | NoteConflict | Refusal<'no_visit' | 'signed'>> {
  if (!may.readChart(context.actor)) return refuse('no_visit', 'There is no such visit.')
  return transact(context, async (tx) => {
    const [visit] = await tx
      .select({ id: visits.id, patientId: visits.patientId, providerId: visits.providerId })
      .from(visits)
      .where(eq(visits.id, wish.visitId))
    if (!visit || !may.writeNote(context.actor, visit)) return refuse('no_visit', 'There is no such visit.')
    const kept = await keepNote(tx, context, { visit, version: wish.version, body: wish.body })
    if (wasRefused(kept) || 'conflict' in kept) return kept
    return { version: kept.version, savedAt: kept.savedAt }
  })
}
