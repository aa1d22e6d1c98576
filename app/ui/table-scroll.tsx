import type { ReactNode } from 'react'
import { classes } from './classes'

/** A named region around a wide table, which scrolls by itself and by keyboard. */
export function TableScroll({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={classes('scroll', className)} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
