import type { LucideIcon } from 'lucide-react'
import { classes } from './classes'

/** A lucide icon at the size of its surroundings; without `label` it is decoration and stands beside a word. */
export function Icon({ of: Of, label, className }: { of: LucideIcon; label?: string; className?: string }) {
  const names = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  return <Of className={classes('i', className)} focusable="false" {...names} />
}
