import { Check } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Icon } from './icon'

type Props = {
  icon?: LucideIcon
  /** A form or link that takes the act back. */
  undo?: ReactNode
  onGone?: () => void
  children: ReactNode
}

/** Confirms for 8 seconds, waiting while the pointer or the focus is on it; never the only place of a fact. */
export function Toast({ icon = Check, undo, onGone, children }: Props) {
  const [held, setHeld] = useState(false)
  const [gone, setGone] = useState(false)
  useEffect(() => {
    if (held || gone) return
    const timer = setTimeout(() => {
      setGone(true)
      onGone?.()
    }, 8000)
    return () => clearTimeout(timer)
  }, [held, gone, onGone])
  return (
    <div role="status">
      {gone ? null : (
        <div
          className="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <Icon of={icon} />
          <span className="grow">{children}</span>
          {undo}
        </div>
      )}
    </div>
  )
}
