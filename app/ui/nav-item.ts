import type { LucideIcon } from 'lucide-react'

/** One entry of a menu; the page says which one is current. */
export type NavItem = {
  to: string
  label: string
  icon: LucideIcon
  current?: boolean
  count?: number
  /** The count needs somebody now. */
  hot?: boolean
  /** What the count counts, for screen readers: "2 waiting". */
  countWords?: string
}
