import type { ActionFunctionArgs } from '@remix-run/node'
import type { NoteAnswer } from '~/domain/note/note-answer'
import { noteWish } from '~/domain/note/note-wish'
import { wasRefused } from '~/domain/refusal'
import { saveNote } from '~/features/note/save-note.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'

const answer = (body: NoteAnswer, status = 200) => Response.json(body, { status })

/** Keeps the note while it is typed. Nothing to see here. */
export async function loader(args: ActionFunctionArgs) {
  await requireContext(args, 'provider')
  return noPage()
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const wish = noteWish.safeParse(await args.request.json().catch(() => null))
  if (!wish.success) {
    return answer({ kind: 'refused', code: 'unreadable', message: 'A section is longer than the note can keep.' }, 400)
  }
  const { version, ...body } = wish.data
  const saved = await saveNote(context, { visitId, version, body })
  if (wasRefused(saved)) {
    if (saved.refused === 'no_visit') noPage()
    return answer({ kind: 'refused', code: saved.refused, message: saved.message }, 409)
  }
  if ('conflict' in saved) {
    const { conflict } = saved
    return answer({ kind: 'conflict', ...conflict, savedAt: conflict.savedAt.toISOString() }, 409)
  }
  return answer({ kind: 'saved', version: saved.version, savedAt: saved.savedAt.toISOString() })
}
