import type { LucideIcon } from 'lucide-react'
import { classes } from '../classes'
import { Icon } from '../icon'

type Props = {
  icon: LucideIcon
  label: string
  look?: 'off' | 'act' | 'leave'
  disabled?: boolean
  pressed?: boolean
  onPress: () => void
}

/** One of the five round controls of a call, with its word; one that cannot be used stays in place, dimmed and named. */
export function ControlButton({ icon, label, look, disabled, pressed, onPress }: Props) {
  return (
    <button type="button" className={classes(look)} disabled={disabled} aria-pressed={pressed} onClick={onPress}>
      <span className="b">
        <Icon of={icon} />
      </span>
      {label}
    </button>
  )
}
