import { useNavigate, useRevalidator } from '@remix-run/react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { paths } from '~/domain/paths'
import { createAutosave } from '~/ui/intake/intake-autosave'
import type { Autosave, AutosaveState, SaveWish } from '~/ui/intake/intake-autosave'
import type { SaveReply } from '~/ui/intake/intake-reply'

function request({ answers }: SaveWish, last: boolean): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ answers: answers.map(({ key, texts, base }) => ({ key, texts, base })) }),
    keepalive: last,
  }
}

async function send(wish: SaveWish): Promise<SaveReply | 'signed-out' | 'other'> {
  const answer = await fetch(paths.callSave(wish.intakeId), request(wish, false))
  if (answer.redirected) return 'signed-out'
  if (answer.status === 404) return 'other'
  if (!answer.headers.get('content-type')?.includes('json')) throw new Error('Not an answer of the portal')
  return (await answer.json()) as SaveReply
}

/** Saving as it is entered, for as long as the question is open; once more while the page goes away. */
export function useCallAutosave(intakeId: string, savedAt: Date): { autosave: Autosave; saving: AutosaveState } {
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const [autosave] = useState(() =>
    createAutosave({
      intakeId,
      savedAt,
      send,
      onEmergency: () => navigate(paths.callEmergency(intakeId)),
      onGone: () => revalidate(),
    }),
  )
  const saving = useSyncExternalStore(autosave.subscribe, autosave.getState, autosave.getState)
  useEffect(() => {
    const last = () => {
      const wish = autosave.unsent()
      if (wish) void fetch(paths.callSave(intakeId), request(wish, true)).catch(() => null)
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
  }, [autosave, intakeId])
  return { autosave, saving }
}
