import { House, UserRound } from 'lucide-react'
import { paths } from '~/domain/paths'
import type { NavItem } from './nav-item'

/** The tabs of a signed-in patient, with the page's own marked. */
export function careTabs(current: 'care' | 'account' | null): NavItem[] {
  return [
    { to: paths.care(), label: 'My care', icon: House, current: current === 'care' },
    { to: paths.account(), label: 'Account', icon: UserRound, current: current === 'account' },
  ]
}
