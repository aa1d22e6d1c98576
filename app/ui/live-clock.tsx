import type { ReactNode } from 'react'
import { Clock } from './clock'
import { clockWords } from './clock-words'
import { usePassed } from './use-passed'

type Props = {
  /** End, whole length and the server's clock at rendering, all in ms. */
  endsAt: number
  total: number
  now: number
  by?: ReactNode
}

/** A deadline that counts down while the page is open. */
export function LiveClock({ endsAt, total, now, by }: Props) {
  const { words, press } = clockWords(endsAt - now - usePassed(now), total)
  return (
    <Clock press={press} by={by}>
      {words}
    </Clock>
  )
}
