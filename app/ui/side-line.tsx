import { CheckCheck, OctagonAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

/** The line beside a side: "Same in map, exam, order"; a mismatch is red, an alert, and stands where it blocks. */
export function SideLine({ same, children }: { same: boolean; children: ReactNode }) {
  return (
    <p className={classes('sideline', !same && 'bad')} role={same ? undefined : 'alert'}>
      <Icon of={same ? CheckCheck : OctagonAlert} />
      <span>{children}</span>
    </p>
  )
}
