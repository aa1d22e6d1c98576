import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import type { Tone } from './tone'

const look: Record<Tone, string> = {
  good: 'good',
  attention: 'warn',
  emergency: 'bad',
  wait: '',
  accent: 'info',
  plain: 'line',
}

/** A state as icon and word on a soft ground. */
export function Chip(props: { tone?: Tone; icon?: LucideIcon; className?: string; children: ReactNode }) {
  const { tone = 'wait', icon, className, children } = props
  return (
    <span className={classes('chip', look[tone], className)}>
      {icon ? <Icon of={icon} /> : null}
      {children}
    </span>
  )
}
