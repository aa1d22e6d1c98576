import type { LucideIcon } from 'lucide-react'
import { classes } from './classes'

/** One primary per page or decision area; danger only ends a visit or cancels a booking. */
type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

/** How a button or a link that looks like one is drawn. */
export type ButtonLook = {
  variant?: ButtonVariant
  /** 56 px for patients, 40 px for staff. */
  large?: boolean
  /** Full width. */
  block?: boolean
  icon?: LucideIcon
  iconAfter?: LucideIcon
  className?: string
}

/** The classes of a button. */
export function buttonClass({ variant = 'primary', large, block, className }: ButtonLook): string {
  return classes('btn', variant, large && 'lg', block && 'block', className)
}
