import { useEffect, useState } from 'react'
import { lengthInWords } from './clock-words'

/** How long somebody has been waiting, growing while the page is open; `since` and the server's `now` in ms. */
export function LiveWait({ since, now }: { since: number; now: number }) {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const start = performance.now()
    setPassed(0)
    const timer = setInterval(() => setPassed(performance.now() - start), 15_000)
    return () => clearInterval(timer)
  }, [now])
  return <>{lengthInWords(Math.max(0, now - since) + passed)}</>
}
