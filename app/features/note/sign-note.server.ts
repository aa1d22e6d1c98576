import { eq } from 'drizzle-orm'
import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { notes, visits } from '@db/schema/visits'
import { sendMail } from '@db/send-mail'
import { missingToSign } from '~/domain/note/note-body'
import type { NoteBody } from '~/domain/note/note-body'
import { paths } from '~/domain/paths'
import { may } from '~/domain/people/permissions'
import { refuse, wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { keepNote } from './keep-note.server'
import type { NoteConflict } from './keep-note.server'

type Refused = Refusal<'no_visit' | 'signed' | 'not_begun' | 'incomplete'>

/**
 * Keeps the text and locks it, in one act: what is signed is what was on the screen. Assessment, plan and the words for
 * the patient must not be empty, and the visit must have begun. The patient is told by mail that there is something to read; one without an address
 * is told by phone, as the visit's page says.
 * From then on only addenda follow.
 */
export async function signNote(
  context: Context,
  wish: { visitId: string; version: number; body: NoteBody },
): Promise<{ noteId: string; signedAt: Date } | NoteConflict | Refused> {
  if (!may.readChart(context.actor)) return refuse('no_visit', 'There is no such visit.')
  return transact(context, async (tx) => {
    const [visit] = await tx
      .select({
        id: visits.id,
        patientId: visits.patientId,
        providerId: visits.providerId,
        state: visits.state,
        email: people.email,
      })
      .from(visits)
      .innerJoin(people, eq(people.id, visits.patientId))
      .where(eq(visits.id, wish.visitId))
    if (!visit || !may.writeNote(context.actor, visit)) return refuse('no_visit', 'There is no such visit.')
    if (visit.state !== 'in_visit' && visit.state !== 'ended') {
      return refuse('not_begun', 'The visit has not begun. Its note can be written, not yet signed.')
    }
    const [lacking] = missingToSign(wish.body)
    if (lacking) return refuse('incomplete', `Write something under “${lacking.title}” before you sign.`, lacking.key)

    const kept = await keepNote(tx, context, { visit, version: wish.version, body: wish.body })
    if (wasRefused(kept) || 'conflict' in kept) return kept
    await tx.update(notes).set({ signedAt: context.now, signedBy: context.actor.id }).where(eq(notes.id, kept.noteId))
    await recordAudit(tx, context, {
      did: 'note.sign',
      patientId: visit.patientId,
      thing: 'note',
      thingId: kept.noteId,
    })
    await sendMail(tx, context, {
      toAddress: visit.email,
      personId: visit.patientId,
      subject: 'There is something new for you to read',
      body: [
        'Your clinician has written down what you talked about, in plain words.',
        `Read it here: ${context.clinic.origin}${paths.careVisitSummary(visit.id)}`,
        `Questions? Call us at ${context.clinic.phone}.`,
      ].join('\n\n'),
    })
    await announce(tx, { topic: 'note', patientId: visit.patientId, visitId: visit.id })
    return { noteId: kept.noteId, signedAt: context.now }
  })
}
