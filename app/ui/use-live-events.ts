import { useEffect, useRef } from 'react'
import { listenLive } from './live-stream'
import type { LiveChange } from './live-stream'
import { useRootData } from './root-data'

/** Calls back on each change the signed-in person may know of. */
export function useLiveEvents(onChange: (change: LiveChange) => void): void {
  const after = useRootData()?.liveAfter ?? 0
  const latest = useRef(onChange)
  const start = useRef(after)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => listenLive({ change: (change) => latest.current(change) }, start.current), [])
}
