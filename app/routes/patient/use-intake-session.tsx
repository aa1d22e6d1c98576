import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { isQuestionKey } from '~/domain/intake/instrument'
import { paths } from '~/domain/paths'
import { restartLive } from '~/ui/live-stream'
import { useLive } from '~/ui/use-live'
import type { Autosave, AutosaveState } from '~/ui/intake/intake-autosave'
import { carryOver } from './intake-carry-over'
import { fieldId } from './intake-field'
import { SignInDialog } from './intake-sign-in-dialog'

/** Whose page it is and of which intake: sent with every form, so that nobody else's session takes its answers. */
export type Owner = { who: string; intake: string }

type Session = {
  /** Opens the dialog of signing in again. */
  ask: () => void
  /** The page's stream of changes and, while it is open, the dialog; belongs above the page. */
  parts: ReactNode
}

/**
 * The page's session. When it is over and something is not saved, the page stays and the person signs in again in place;
 * else it closes for privacy. Both lead back to the same field.
 */
export function useIntakeSession({
  autosave,
  saving,
  owner,
  isAway,
  letGo,
}: {
  autosave: Autosave
  saving: AutosaveState
  owner: Owner
  /** The page has just reloaded by itself and found no session. */
  isAway: boolean
  letGo: () => void
}): Session {
  const [asked, setAsked] = useState(0)
  const field = useRef<HTMLElement | null>(null)
  const isBack = useRef(false)
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && isQuestionKey(target.getAttribute('name') ?? '')) field.current = target
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  const isLocked = useRef(false)
  useEffect(() => {
    const unlock = () => {
      isLocked.current = false
    }
    window.addEventListener('pageshow', unlock)
    return () => window.removeEventListener('pageshow', unlock)
  }, [])
  const over = useCallback(() => {
    if (Object.keys(autosave.typed()).length > 0) return autosave.sessionEnded()
    // The end is told twice, by the stream and by the page's own reload: a second leaving would break off the first.
    if (isLocked.current) return
    isLocked.current = true
    lock(field.current?.getAttribute('name') ?? '')
  }, [autosave])
  useEffect(() => {
    if (isAway) over()
  }, [isAway, over])
  const isOpen = saving.signedOut !== null && asked === saving.endings
  useEffect(() => {
    if (isOpen || !isBack.current) return
    isBack.current = false
    if (field.current?.isConnected) field.current.focus()
  }, [isOpen])
  const ask = useCallback(() => setAsked(autosave.getState().endings), [autosave])
  const cameIn = () => {
    isBack.current = true
    setAsked(0)
    void autosave.signedIn()
  }
  return {
    ask,
    parts: (
      <>
        {saving.signedOut ? null : <LiveLine onOver={over} isNew={saving.endings > 0} />}
        {isOpen && saving.signedOut ? (
          <SignInDialog
            why={saving.signedOut}
            owner={owner}
            onIn={cameIn}
            onClose={() => setAsked(0)}
            onPage={() => {
              letGo()
              carryOver(autosave, owner, field.current?.getAttribute('name') ?? '')
            }}
          />
        ) : null}
      </>
    ),
  }
}

/** With nothing unsaved the page closes, as every other: the answers on it are nobody's business while the person is away. */
function lock(at: string): void {
  const here = `${window.location.pathname}${at ? `#${fieldId(at)}` : ''}`
  window.location.assign(`${paths.signIn()}?return=${encodeURIComponent(here)}&away`)
}

/** Keeps the page true, and notices when the session ends. `isNew`: the person has signed in again on this page. */
function LiveLine({ onOver, isNew }: { onOver: () => void; isNew: boolean }) {
  const { signedOut } = useLive({ keepPage: true })
  useEffect(() => {
    if (isNew) restartLive()
  }, [isNew])
  useEffect(() => {
    if (signedOut) onOver()
  }, [signedOut, onOver])
  return null
}
