import { useNavigation, useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { markBackground } from './background-fetch'
import { listenLive } from './live-stream'
import type { LiveState } from './live-stream'
import { useRootData } from './root-data'

const pollEvery = { milliseconds: 5000 }

type Options = {
  /** The page has a running call: it stays when the session ends, and `signedOut` says so. */
  keepPage?: boolean
}

/** Loads the page's data again; asked for while something is being loaded or sent, it does so once afterwards. */
function useReload(): () => void {
  const { revalidate, state: reloading } = useRevalidator()
  const { state: moving } = useNavigation()
  const newest = useRootData()
  const isBusy = useRef(false)
  const isDue = useRef(false)
  const shown = useRef(newest)
  const reload = useCallback(() => {
    isDue.current = isBusy.current
    if (isBusy.current) return
    isBusy.current = true
    markBackground()
    revalidate()
  }, [revalidate])
  useEffect(() => {
    shown.current = newest
    isBusy.current = reloading !== 'idle' || moving !== 'idle'
    if (isDue.current && !isBusy.current) reload()
  }, [reloading, moving, newest, reload])
  return reload
}

/**
 * Keeps the page true: loads its data again on each change that concerns the person, and every five seconds while the
 * stream of changes is broken. None of it extends the session. When the session ends the page leaves for sign-in.
 */
export function useLive({ keepPage = false }: Options = {}): { connected: boolean; signedOut: boolean } {
  const reload = useReload()
  const start = useRef(useRootData()?.liveAfter ?? 0)
  const [state, setState] = useState<LiveState>('connecting')

  useEffect(() => listenLive({ change: reload, state: setState }, start.current), [reload])

  useEffect(() => {
    if (state !== 'broken') return
    const timer = window.setInterval(reload, pollEvery.milliseconds)
    return () => window.clearInterval(timer)
  }, [state, reload])

  useEffect(() => {
    if (state === 'over' && !keepPage) reload()
  }, [state, keepPage, reload])

  return { connected: state === 'connected', signedOut: state === 'over' }
}
