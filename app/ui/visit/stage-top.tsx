import type { ReactNode } from 'react'
import { lengthInWords } from '../clock-words'
import { useSteadyNow } from './use-steady-now'

type Props = { name: string; about: string; line: ReactNode; since: Date | null; asOf: Date }

/** On top of a stage: who this is, how good the line is, how long it runs. */
export function StageTop({ name, about, line, since, asOf }: Props) {
  const now = useSteadyNow(asOf)
  return (
    <header className="v-top">
      <div>
        <h1>{name}</h1>
        <p className="small tx-stage-1">{about}</p>
      </div>
      <div className="right small">
        {line}
        {since ? (
          <>
            <br />
            {lengthInWords(Math.max(0, now.getTime() - since.getTime()))}
          </>
        ) : null}
      </div>
    </header>
  )
}
