import { useEffect, useState } from 'react'

/** Whole seconds since a moment on the page's steady clock (`performance.now()`); 0 while there is none. */
export function useSeconds(since: number | null): number {
  const [tick, setTick] = useState({ since, seconds: 0 })
  useEffect(() => {
    if (since === null) return
    const count = () => setTick({ since, seconds: Math.max(0, Math.floor((performance.now() - since) / 1000)) })
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [since])
  return since !== null && tick.since === since ? tick.seconds : 0
}
