import { Clock as ClockIcon, OctagonAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ClockPress } from './clock-words'
import { StateWord } from './state-word'
import type { Tone } from './tone'

const tone: Record<ClockPress, Tone> = { calm: 'plain', soon: 'attention', pressing: 'emergency', late: 'emergency' }

/** Time left or time late, as ready words; `by` is the hour it ends, small and below. */
export function Clock({ press = 'calm', by, children }: { press?: ClockPress; by?: ReactNode; children: ReactNode }) {
  return (
    <>
      <StateWord tone={tone[press]} icon={press === 'late' ? OctagonAlert : ClockIcon} className="clock">
        {children}
      </StateWord>
      {by ? <small>{by}</small> : null}
    </>
  )
}
