import { Check, X } from 'lucide-react'
import { classes } from './classes'
import { Icon } from './icon'

/** Where a step stands. */
export type NodeState = 'done' | 'now' | 'next' | 'stopped'

const words: Record<NodeState, string> = {
  done: 'Done: ',
  now: 'Now: ',
  next: 'Next: ',
  stopped: 'Stopped: ',
}

/** One bead of the thread; the state is also said in words to screen readers. */
export function Node({ state, silent }: { state: NodeState; silent?: boolean }) {
  const look = state === 'next' ? '' : state === 'stopped' ? 'stop' : state
  return (
    <>
      <span className={classes('node', look)} aria-hidden="true">
        {state === 'done' ? <Icon of={Check} /> : state === 'stopped' ? <Icon of={X} /> : null}
      </span>
      {silent ? null : <span className="sr">{words[state]}</span>}
    </>
  )
}
