import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { BarFill } from '~/ui/bar-fill'
import type { HoldWords } from './book-board'

function leftWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return seconds >= 60 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s left` : `${seconds} s left`
}

/** Time left on a hold, with its bar. Counts by the device's steady clock from what the server said; at the end the page is read again. */
export function BookHoldClock({ hold }: { hold: Pick<HoldWords, 'endsAt' | 'now' | 'total' | 'until'> }) {
  const { endsAt, now, total } = hold
  const [passed, setPassed] = useState(0)
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const start = performance.now()
    const count = () => setPassed(performance.now() - start)
    count()
    const timer = window.setInterval(count, 1000)
    return () => window.clearInterval(timer)
  }, [])
  const left = endsAt - now - passed
  const over = left <= 0
  useEffect(() => {
    if (over) revalidate()
  }, [over, revalidate])
  return (
    <div className="hold">
      <div>
        <small>We hold this time for you</small>
        <span className="t" role="timer">
          {leftWords(left)}
        </span>
      </div>
      <small className="left">
        until
        <br />
        {hold.until}
      </small>
      <div className="barr" aria-hidden="true">
        <BarFill share={left / total} />
      </div>
    </div>
  )
}
