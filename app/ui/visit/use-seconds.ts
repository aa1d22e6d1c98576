import { useEffect, useState } from 'react'

/** Whole seconds since a moment on the page's steady clock (`performance.now()`); 0 while there is none. */
export function useSeconds(since: number | null): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const count = () => setSeconds(since === null ? 0 : Math.max(0, Math.floor((performance.now() - since) / 1000)))
    count()
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [since])
  return seconds
}
