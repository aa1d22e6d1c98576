import type { ReactNode } from 'react'

/** A moment in ready words ("Tue, Nov 24 · 2:30 PM CT") with its machine form; never breaks inside. */
export function ClinicTime({ at, children }: { at: Date | string; children: ReactNode }) {
  return (
    <time className="nowrap" dateTime={typeof at === 'string' ? at : at.toISOString()}>
      {children}
    </time>
  )
}
