import { useEffect, useState } from 'react'

/**
 * Milliseconds since the page got `now` from the server, updated every 15 seconds; 0 on the server. Counted by the
 * device's steady clock, so a wrong wall clock changes nothing.
 */
export function usePassed(now: number): number {
  const [tick, setTick] = useState({ now, passed: 0 })
  useEffect(() => {
    const start = performance.now()
    const timer = setInterval(() => setTick({ now, passed: performance.now() - start }), 15_000)
    return () => clearInterval(timer)
  }, [now])
  return tick.now === now ? tick.passed : 0
}
