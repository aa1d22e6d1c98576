import type { ReactNode } from 'react'
import { useHydrated } from './use-hydrated'

/** Shows its children only where scripts run, so that nobody meets a control that does nothing. */
export function Hydrated({ children, instead = null }: { children: ReactNode; instead?: ReactNode }) {
  return <>{useHydrated() ? children : instead}</>
}
