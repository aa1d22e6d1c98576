import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDensity } from './density'
import { Icon } from './icon'

/** What would be here, and what comes next. */
export function EmptyState(props: { title: ReactNode; icon?: LucideIcon; action?: ReactNode; children?: ReactNode }) {
  if (useDensity() === 'staff')
    return (
      <div className="emp">
        {props.icon ? <Icon of={props.icon} /> : null}
        <h3>{props.title}</h3>
        {props.children ? <p>{props.children}</p> : null}
        {props.action ? <div className="row">{props.action}</div> : null}
      </div>
    )
  return (
    <div className="card">
      <p className="strong">{props.title}</p>
      {props.children ? <p className="small muted mt-4">{props.children}</p> : null}
      {props.action ? <div className="mt-12">{props.action}</div> : null}
    </div>
  )
}
