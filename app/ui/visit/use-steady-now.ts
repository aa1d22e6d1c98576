import { useEffect, useState } from 'react'

/** The clinic's time, going on from what the server said, looked at every `everySeconds`. */
export function useSteadyNow(asOf: Date, everySeconds = 15): Date {
  const start = asOf.getTime()
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const from = performance.now()
    setPassed(0)
    const timer = setInterval(() => setPassed(performance.now() - from), everySeconds * 1000)
    return () => clearInterval(timer)
  }, [start, everySeconds])
  return new Date(start + passed)
}
