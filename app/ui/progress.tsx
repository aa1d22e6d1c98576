import type { ReactNode } from 'react'
import { BarFill } from './bar-fill'

type Props = {
  /** 1-based part, of `parts`. */
  part: number
  parts?: number
  name: string
  /** 1-based question of the part, of `questions`. */
  question?: number
  questions?: number
  /** Words instead of "Question 3 of 14". */
  more?: ReactNode
}

/** Where a person is in the questions: segments for the eye, the same in words. */
export function Progress({ part, parts = 6, name, question, questions, more }: Props) {
  const inside = question && questions ? question / questions : 0.5
  const share = (at: number) => (at < part ? 1 : at === part ? inside : 0)
  return (
    <section className="prog" aria-label="Progress">
      <div className="segs" aria-hidden="true">
        {Array.from({ length: parts }, (_, at) => (
          <i key={at}>
            <BarFill share={share(at + 1)} />
          </i>
        ))}
      </div>
      <p>
        <b className="strong tx-ink">
          Part {part} of {parts}: {name}
        </b>
        {more || (question && questions) ? <>&nbsp;· {more ?? `Question ${question} of ${questions}`}</> : null}
      </p>
    </section>
  )
}
