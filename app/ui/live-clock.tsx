import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Clock } from './clock'
import { clockWords } from './clock-words'

/**
 * A deadline that counts down while the page is open. All times in ms; `now` is the server's clock at rendering,
 * so a wrong clock on this device changes nothing.
 */
export function LiveClock(props: { endsAt: number; total: number; now: number; by?: ReactNode }) {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const start = performance.now()
    setPassed(0)
    const timer = setInterval(() => setPassed(performance.now() - start), 15_000)
    return () => clearInterval(timer)
  }, [props.now])
  const { words, press } = clockWords(props.endsAt - props.now - passed, props.total)
  return (
    <Clock press={press} by={props.by}>
      {words}
    </Clock>
  )
}
