import { useEffect, useState } from 'react'

export type Reach = 'asking' | 'reached' | 'unreached' | 'none'

const patience = { milliseconds: 6000 }

/** Whether this browser reaches the media server; `none` where the deployment has none. */
export function useReach(mediaUrl: string | null): Reach {
  const [reach, setReach] = useState<Reach>(mediaUrl === null ? 'none' : 'asking')
  useEffect(() => {
    if (mediaUrl === null) return
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), patience.milliseconds)
    fetch(mediaUrl.replace(/^ws/, 'http'), { mode: 'no-cors', cache: 'no-store', signal: stop.signal }).then(
      () => setReach('reached'),
      () => setReach('unreached'),
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [mediaUrl])
  return reach
}
