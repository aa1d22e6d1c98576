import { useEffect, useState, useSyncExternalStore } from 'react'
import { askTicket } from './ask-ticket'
import { Call } from './call'
import { callOff } from './call-snapshot'
import type { CallSnapshot } from './call-snapshot'
import type { Wants } from './own-tracks'

type Options = Wants & {
  visitId: string
  /** Whether the person should be in the room now. */
  active: boolean
  asGuest?: boolean
  soundOnlyWhenWeak?: boolean
}

/** The person's side of the call of this visit: in the room while `active`, out when not, and out when the page goes. */
export function useCall(options: Options): { call: Call; state: CallSnapshot } {
  const { visitId, active, camera, microphone, asGuest, soundOnlyWhenWeak } = options
  const [call] = useState(
    () => new Call({ camera, microphone, soundOnlyWhenWeak, askTicket: () => askTicket(visitId, asGuest) }),
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
  return { call, state: useSyncExternalStore(call.subscribe, call.snapshot, () => callOff) }
}
