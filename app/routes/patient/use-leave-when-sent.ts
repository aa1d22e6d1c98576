import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'
import { paths } from '~/domain/paths'
import type { Autosave } from '~/ui/intake/intake-autosave'

/** The answers were sent from another device: the page leaves, unless something is typed here that is not in them. */
export function useLeaveWhenSent(isSent: boolean, autosave: Autosave): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (!isSent) return
    let isHere = true
    void autosave.sentElsewhere().then((isAllIn) => {
      if (isHere && isAllIn) void navigate(paths.intake(), { replace: true })
    })
    return () => {
      isHere = false
    }
  }, [isSent, autosave, navigate])
}
