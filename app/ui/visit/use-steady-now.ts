import { useEffect, useState } from 'react'

/** The clinic's time, going on from what the server said, looked at every `everySeconds`. */
export function useSteadyNow(asOf: Date, everySeconds = 15): Date {
  const start = asOf.getTime()
  const [tick, setTick] = useState({ start, passed: 0 })
  useEffect(() => {
    const from = performance.now()
    const timer = setInterval(() => setTick({ start, passed: performance.now() - from }), everySeconds * 1000)
    return () => clearInterval(timer)
  }, [start, everySeconds])
  return new Date(start + (tick.start === start ? tick.passed : 0))
}
