import type { ReactNode } from 'react'
import { classes } from './classes'

/** The bottom sheet that holds the page's primary action; put it inside the form whose button it carries. */
export function Sheet({
  label = 'Go on',
  under,
  className,
  children,
}: {
  label?: string
  under?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <section className={classes('sheet', className)} aria-label={label}>
      <div className="in">
        {children}
        {under ? <p className="under">{under}</p> : null}
      </div>
    </section>
  )
}
