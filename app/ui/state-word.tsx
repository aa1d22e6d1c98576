import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import type { Tone } from './tone'

const look: Record<Tone, string> = {
  good: 'good',
  attention: 'warn',
  emergency: 'bad',
  wait: 'off',
  accent: 'info',
  plain: '',
}

/** A state as icon and word without a ground, for rows and lines. */
export function StateWord(props: {
  tone?: Tone
  icon?: LucideIcon
  small?: boolean
  className?: string
  children: ReactNode
}) {
  const { tone = 'plain', icon, small, className, children } = props
  return (
    <span className={classes('state', look[tone], small && 'sub', className)}>
      {icon ? <Icon of={icon} /> : null}
      {children}
    </span>
  )
}
