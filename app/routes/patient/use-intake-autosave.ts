import { useNavigate, useRevalidator } from '@remix-run/react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { paths } from '~/domain/paths'
import { createAutosave } from './intake-autosave'
import type { Autosave, AutosaveState, SaveWish } from './intake-autosave'
import type { SaveReply } from './intake-reply'

const request = (wish: SaveWish, last: boolean): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify(wish),
  keepalive: last,
})

async function send(wish: SaveWish): Promise<SaveReply | 'signed-out'> {
  const answer = await fetch(paths.intakeSave(), request(wish, false))
  if (answer.redirected) return 'signed-out'
  if (!answer.headers.get('content-type')?.includes('json')) throw new Error('Not an answer of the portal')
  return (await answer.json()) as SaveReply
}

/**
 * Saving as it is typed, for as long as the page is open. Tries again by itself, when the line comes back, and once more
 * while the page goes away; the browser asks before it closes over something unsaved.
 */
export function useIntakeAutosave(intakeId: string, savedAt: Date): { autosave: Autosave; saving: AutosaveState } {
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const [autosave] = useState(() =>
    createAutosave({
      intakeId,
      savedAt,
      send,
      onEmergency: () => navigate(paths.intakeEmergency()),
      onGone: () => revalidate(),
    }),
  )
  const saving = useSyncExternalStore(autosave.subscribe, autosave.getState, autosave.getState)
  useEffect(() => {
    const last = () => {
      const wish = autosave.unsent()
      if (wish) void fetch(paths.intakeSave(), request(wish, true)).catch(() => null)
    }
    const ask = (event: BeforeUnloadEvent) => {
      if (autosave.unsent()) event.preventDefault()
    }
    const again = () => void autosave.flush()
    window.addEventListener('pagehide', last)
    window.addEventListener('beforeunload', ask)
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('pagehide', last)
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('online', again)
      autosave.stop()
      last()
    }
  }, [autosave])
  return { autosave, saving }
}
