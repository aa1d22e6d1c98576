import type { ReactNode } from 'react'
import { classes } from './classes'
import { Node } from './node'
import type { NodeState } from './node'

/** The stages of a case as a horizontal thread. */
export function StageThread(props: {
  label: string
  stages: { key: string; state: NodeState; name: ReactNode; sub?: ReactNode }[]
}) {
  return (
    <ol className="hthread" aria-label={props.label}>
      {props.stages.map((stage) => (
        <li
          key={stage.key}
          className={classes(stage.state === 'done' && 'done', stage.state === 'now' && 'cur')}
          aria-current={stage.state === 'now' ? 'step' : undefined}
        >
          <Node state={stage.state} />
          {stage.name}
          {stage.sub ? <span className="sub d-block">{stage.sub}</span> : null}
        </li>
      ))}
    </ol>
  )
}
