import type { ReactNode } from 'react'
import { classes } from './classes'
import { Node } from './node'
import type { NodeState } from './node'

/** The vertical thread at staff size: attempts, what happened, what happens by itself next, each with its time. */
export function Attempts(props: {
  label?: string
  items: { key: string; state: NodeState; title: ReactNode; sub?: ReactNode; when?: ReactNode }[]
}) {
  return (
    <ol className="vth" aria-label={props.label}>
      {props.items.map((item) => (
        <li key={item.key} className={classes(item.state === 'done' && 'done', item.state === 'next' && 'next')}>
          <Node state={item.state} silent />
          <span>
            <b>{item.title}</b>
            {item.sub ? <span className="sub">{item.sub}</span> : null}
          </span>
          {item.when ? <span className="sub nowrap">{item.when}</span> : null}
        </li>
      ))}
    </ol>
  )
}
