import { useState } from 'react'

/** True once a time that was held while this page was open is not held any more. */
export function useHoldEnded(held: boolean): boolean {
  const [had, setHad] = useState(held)
  if (held && !had) setHad(true)
  return had && !held
}
