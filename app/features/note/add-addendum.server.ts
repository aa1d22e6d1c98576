import { eq } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { noteAddenda, notes } from '@db/schema/visits'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** Stands below a signed note for good, under the author's own name. Refused while the note can still be changed itself. */
export async function addAddendum(
  context: Context,
  wish: { visitId: string; body: string },
): Promise<{ addendumId: string } | Refusal<'no_visit' | 'not_signed'>> {
  if (!may.readChart(context.actor)) return refuse('no_visit', 'There is no such note.')
  return transact(context, async (tx) => {
    const [note] = await tx
      .select({ id: notes.id, patientId: notes.patientId, signedAt: notes.signedAt })
      .from(notes)
      .where(eq(notes.visitId, wish.visitId))
    if (!may.addAddendum(context.actor) || !note) return refuse('no_visit', 'There is no such note.')
    if (!note.signedAt) return refuse('not_signed', 'The note is not signed yet. Change the note itself.', 'body')
    const [added] = await tx
      .insert(noteAddenda)
      .values({
        noteId: note.id,
        patientId: note.patientId,
        authorId: context.actor.id,
        body: wish.body,
        writtenAt: context.now,
      })
      .returning({ id: noteAddenda.id })
    if (!added) throw new Error('An addendum was not written.')
    await recordAudit(tx, context, {
      did: 'note.addendum',
      patientId: note.patientId,
      thing: 'note',
      thingId: note.id,
      fields: ['body'],
    })
    await announce(tx, { topic: 'note', patientId: note.patientId, visitId: wish.visitId })
    return { addendumId: added.id }
  })
}
