import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { useDensity } from './density'
import { Icon } from './icon'

type BannerTone = 'accent' | 'attention' | 'emergency' | 'good'

const icons: Record<BannerTone, LucideIcon> = {
  accent: Info,
  attention: TriangleAlert,
  emergency: OctagonAlert,
  good: CircleCheck,
}
const look: Record<BannerTone, string> = { accent: '', attention: 'warn', emergency: 'bad', good: 'good' }

/** Something true for the whole page, or for the part below it. `live` announces it when it appears. */
export function Banner(props: {
  tone?: BannerTone
  icon?: LucideIcon
  live?: 'status' | 'alert'
  /** Edge to edge under the header. */
  flush?: boolean
  className?: string
  children: ReactNode
}) {
  const { tone = 'accent', icon = icons[tone], live, flush, className, children } = props
  const base = useDensity() === 'staff' ? 'nt' : 'notice'
  return (
    <div className={classes(base, look[tone], flush && (base === 'nt' ? 'flat' : 'flush'), className)} role={live}>
      <Icon of={icon} />
      <div>{typeof children === 'string' ? <p>{children}</p> : children}</div>
    </div>
  )
}
