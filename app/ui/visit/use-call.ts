import { useRevalidator } from '@remix-run/react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { markBackground } from '../background-fetch'
import { askTicket } from './ask-ticket'
import { Call } from './call'
import { callOff } from './call-snapshot'
import type { CallSnapshot } from './call-snapshot'
import type { Wants } from './own-tracks'

type Options = Wants & {
  visitId: string
  /** Whether the person should be in the room now. */
  active: boolean
  /** When the page's facts were read. */
  factsAt: Date
  asGuest?: boolean
  soundOnlyWhenWeak?: boolean
  /** Whose absence from the room is counted. */
  counterpart?: string
}

/** The person's side of the call of this visit: in the room while `active`, out when not, and out when the page goes. */
export function useCall(options: Options): { call: Call; state: CallSnapshot } {
  const { visitId, active, camera, microphone, factsAt, asGuest, soundOnlyWhenWeak, counterpart } = options
  const [call] = useState(
    () =>
      new Call({ camera, microphone, soundOnlyWhenWeak, counterpart, askTicket: () => askTicket(visitId, asGuest) }),
  )
  useEffect(() => {
    if (!active) return
    void call.join()
    const revive = () => document.visibilityState === 'visible' && call.revive()
    for (const event of ['pageshow', 'online', 'focus']) window.addEventListener(event, revive)
    document.addEventListener('visibilitychange', revive)
    return () => {
      for (const event of ['pageshow', 'online', 'focus']) window.removeEventListener(event, revive)
      document.removeEventListener('visibilitychange', revive)
      call.leave()
    }
  }, [call, active])
  useEffect(() => () => call.leave(), [call])
  const state = useSyncExternalStore(call.subscribe, call.snapshot, () => callOff)
  const { revalidate } = useRevalidator()
  const { needsFacts } = state
  useEffect(() => {
    if (!needsFacts) return
    markBackground()
    revalidate()
  }, [needsFacts, revalidate])
  const readAt = factsAt.getTime()
  useEffect(() => call.factsCame(readAt), [call, readAt])
  return { call, state }
}
