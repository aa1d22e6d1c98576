import { useBlocker, useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { paths } from '~/domain/paths'
import { createAutosave } from '~/ui/intake/intake-autosave'
import type { Autosave, AutosaveState, SaveWish } from '~/ui/intake/intake-autosave'
import type { SaveReply } from '~/ui/intake/intake-reply'

const request = (wish: SaveWish, last: boolean): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify(wish),
  keepalive: last,
})

async function send(wish: SaveWish): Promise<SaveReply | 'signed-out' | 'other'> {
  const answer = await fetch(paths.intakeSave(), request(wish, false))
  if (answer.redirected) return 'signed-out'
  if (answer.status === 404) return 'other'
  if (!answer.headers.get('content-type')?.includes('json')) throw new Error('Not an answer of the portal')
  return (await answer.json()) as SaveReply
}

type Saving = {
  autosave: Autosave
  saving: AutosaveState
  /** A page was asked for while something is not saved: the person is told and stays. */
  held: boolean
  /** The page is about to be left with everything that is on it: the browser need not ask. */
  letGo: () => void
}

/**
 * Saving as it is typed, for as long as the page is open. Tries again by itself, when the line comes back, and once more
 * while the page goes away. With something unsaved nobody leaves by accident: the browser asks before it closes, and
 * other pages of the portal wait. `keeps`: which of them keep text on the page that cannot be saved as it is.
 */
export function useIntakeAutosave(intakeId: string, savedAt: Date, keeps: (path: string) => boolean): Saving {
  const navigate = useNavigate()
  const [held, setHeld] = useState(false)
  const isLetGo = useRef(false)
  const letGo = useCallback(() => {
    isLetGo.current = true
  }, [])
  const [autosave] = useState(() =>
    createAutosave({
      intakeId,
      savedAt,
      send,
      onEmergency: () => navigate(paths.intakeEmergency()),
    }),
  )
  const saving = useSyncExternalStore(autosave.subscribe, autosave.getState, autosave.getState)
  const isTyped = useCallback(() => Object.keys(autosave.typed()).length > 0, [autosave])
  const blocker = useBlocker(({ currentLocation: here, nextLocation: there }) => {
    if (there.pathname === here.pathname || there.pathname === paths.intakeEmergency()) return false
    return autosave.unsent() !== null || (!keeps(there.pathname) && isTyped())
  })
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    void autosave.flush().then(() => {
      const isSafe = autosave.unsent() === null && (keeps(blocker.location.pathname) || !isTyped())
      if (isSafe && !autosave.getState().emergency) return blocker.proceed()
      blocker.reset()
      setHeld(true)
    })
  }, [autosave, blocker, keeps, isTyped])
  useEffect(() => {
    const last = () => {
      const wish = isLetGo.current ? null : autosave.unsent()
      if (wish) void fetch(paths.intakeSave(), request(wish, true)).catch(() => null)
    }
    const ask = (event: BeforeUnloadEvent) => {
      if (!isLetGo.current && isTyped()) event.preventDefault()
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
  }, [autosave, isTyped])
  return { autosave, saving, held: held && (saving.waiting > 0 || Object.keys(saving.problems).length > 0), letGo }
}
