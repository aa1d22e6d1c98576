import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { markBackground } from './background-fetch'
import { listenLive } from './live-stream'
import type { LiveState } from './live-stream'
import { useRootData } from './root-data'

const pollEvery = { milliseconds: 5000 }

type Options = {
  /** The page has a running call: it stays when the session ends, and `signedOut` says so. */
  keepPage?: boolean
}

/**
 * Keeps the page true: loads its data again on each change that concerns the person, and every five seconds while the
 * stream of changes is broken. None of it extends the session. When the session ends the page leaves for sign-in.
 */
export function useLive({ keepPage = false }: Options = {}): { connected: boolean; signedOut: boolean } {
  const { revalidate, state: loading } = useRevalidator()
  const after = useRootData()?.liveAfter ?? 0
  const [state, setState] = useState<LiveState>('connecting')
  const [due, setDue] = useState(false)
  const start = useRef(after)

  useEffect(() => listenLive({ change: () => setDue(true), state: setState }, start.current), [])

  useEffect(() => {
    if (!due || loading !== 'idle' || state === 'over') return
    setDue(false)
    markBackground()
    revalidate()
  }, [due, loading, state, revalidate])

  useEffect(() => {
    if (state !== 'broken') return
    const timer = window.setInterval(() => setDue(true), pollEvery.milliseconds)
    return () => window.clearInterval(timer)
  }, [state])

  useEffect(() => {
    if (state !== 'over' || keepPage) return
    markBackground()
    revalidate()
  }, [state, keepPage, revalidate])

  return { connected: state === 'connected', signedOut: state === 'over' }
}
