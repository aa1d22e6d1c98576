import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

/** Shows its children only where scripts run, so that nobody meets a control that does nothing. */
export function Hydrated({ children, instead = null }: { children: ReactNode; instead?: ReactNode }) {
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  return <>{live ? children : instead}</>
}
