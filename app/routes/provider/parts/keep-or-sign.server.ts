import { data, redirect } from '@remix-run/node'
import { noteSections } from '~/domain/note/note-body'
import type { NoteBody } from '~/domain/note/note-body'
import { noteWish } from '~/domain/note/note-wish'
import { isOpaqueId } from '~/domain/opaque-id'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import type { Context } from '~/features/context'
import { saveNote } from '~/features/note/save-note.server'
import { signNote } from '~/features/note/sign-note.server'
import { noPage } from '~/server/no-page.server'
import type { NoteReply } from './note-reply'

/** Where the page goes on: the running visit, the note itself, or the next patient. */
function afterwards(form: FormData, visitId: string): string {
  const next = form.get('next')
  if (form.get('intent') === 'sign-next' && typeof next === 'string' && isOpaqueId(next)) return paths.visit(next)
  return form.get('then') === 'visit' ? paths.visit(visitId) : paths.visitNote(visitId)
}

/** A note from a plain form: kept, or kept and signed. Whatever is refused brings back every word that was typed. */
export async function keepOrSign(context: Context, visitId: string, form: FormData) {
  const parsed = noteWish.safeParse(Object.fromEntries(form))
  if (!parsed.success) {
    const reply: NoteReply = { message: parsed.error.issues[0]?.message ?? 'The note could not be read.' }
    return data({ note: reply }, { status: 400 })
  }
  const { version, ...body } = parsed.data
  const wish = { visitId, version, body }
  const signs = form.get('intent') === 'sign' || form.get('intent') === 'sign-next'
  const kept = signs ? await signNote(context, wish) : await saveNote(context, wish)
  if (wasRefused(kept)) {
    if (kept.refused === 'no_visit') noPage()
    const key = noteSections.find((section) => section.key === kept.field)?.key
    const reply: NoteReply = { message: kept.message, typed: body, ...(key ? { field: key } : {}) }
    return data({ note: reply }, { status: kept.refused === 'incomplete' ? 400 : 409 })
  }
  if ('conflict' in kept) return data({ note: conflictReply(body, kept.conflict) }, { status: 409 })
  return redirect(signs ? afterwards(form, visitId) : paths.visitNote(visitId))
}

function conflictReply(typed: NoteBody, theirs: { body: NoteBody; version: number; savedAt: Date }): NoteReply {
  return {
    message:
      'This note was saved somewhere else meanwhile. Both texts are shown; nothing was lost. Look at them, then sign or save.',
    typed,
    kept: theirs,
    theirs: theirs.body,
  }
}
