import { useEffect, useState, useSyncExternalStore } from 'react'
import { noteAnswer } from '~/domain/note/note-answer'
import type { NoteBody } from '~/domain/note/note-body'
import { paths } from '~/domain/paths'
import { NoteKeeper } from './note-keeper'
import type { KeptText, NoteView, SendNote } from './note-keeper'

function sendTo(visitId: string): SendNote {
  return async (version, body, last) => {
    const response = await fetch(paths.visitNoteSave(visitId), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ version, ...body }),
      keepalive: last,
    })
    return noteAnswer.parse(await response.json())
  }
}

type Start = { visitId: string; kept: KeptText; typed?: NoteBody }

/** The text of a note, kept while it is typed, when the page is hidden, and when it goes away. */
export function useNote({ visitId, kept, typed }: Start): { note: NoteView; keeper: NoteKeeper } {
  const [keeper] = useState(() => new NoteKeeper(kept, typed, sendTo(visitId)))
  const note = useSyncExternalStore(keeper.subscribe, keeper.view, keeper.view)
  useEffect(() => {
    const leave = () => keeper.leave()
    const save = () => void keeper.settle()
    const hidden = () => (document.visibilityState === 'hidden' ? save() : undefined)
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', save)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      leave()
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', save)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [keeper])
  return { note, keeper }
}
