import { ChevronRight, Phone } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

/** A large link that dials or texts; `first` is the one act of an emergency page. */
export function CallButton(props: {
  href: string
  title: ReactNode
  note?: ReactNode
  icon?: LucideIcon
  first?: boolean
}) {
  return (
    <a className={classes('callbtn', props.first && 'first')} href={props.href}>
      <Icon of={props.icon ?? Phone} />
      <span>
        <b>{props.title}</b>
        {props.note ? <span>{props.note}</span> : null}
      </span>
      <Icon of={ChevronRight} />
    </a>
  )
}
