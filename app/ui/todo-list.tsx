import type { ReactNode } from 'react'
import { Node } from './node'
import type { NodeState } from './node'

/** What is done and still to do, inside the next-step card. */
export function TodoList({
  items,
}: {
  items: { key: string; state: NodeState; title: ReactNode; note?: ReactNode }[]
}) {
  return (
    <ul className="todo">
      {items.map((item) => (
        <li key={item.key}>
          <Node state={item.state} silent />
          <span>
            <span className="sr">{item.state === 'done' ? 'Done: ' : item.state === 'now' ? 'Now: ' : 'Next: '}</span>
            {item.state === 'now' ? <b className="strong">{item.title}</b> : item.title}
            {item.note ? <small>{item.note}</small> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
