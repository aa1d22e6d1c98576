import type { ReactNode } from 'react'
import { classes } from './classes'
import { Node } from './node'
import type { NodeState } from './node'

/** One step of a timeline. */
export type TimelineStep = {
  key: string
  state: NodeState
  title: ReactNode
  when?: ReactNode
  more?: ReactNode
}

const said: Record<NodeState, string> = {
  done: 'Done: ',
  now: 'Now: ',
  next: 'Next: ',
  stopped: 'Stopped: ',
}

/** The vertical thread of a patient: care timeline, what happens next, a visit that fails. */
export function Timeline({ steps, level = 3, label }: { steps: TimelineStep[]; level?: 2 | 3 | 4; label?: string }) {
  const Heading = `h${level}` as const
  return (
    <ol className="tl" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={classes(step.state === 'done' && 'done', step.state === 'next' && 'future')}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <Node state={step.state} silent />
          <div>
            <Heading>
              <span className="sr">{said[step.state]}</span>
              {step.title}
            </Heading>
            {step.when ? <p className="when">{step.when}</p> : null}
            {step.more}
          </div>
        </li>
      ))}
    </ol>
  )
}
