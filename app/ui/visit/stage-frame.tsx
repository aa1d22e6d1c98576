import type { ReactNode } from 'react'
import { DensityProvider } from '../density'

/** A call over the whole screen, always dark; turns its controls to the side where the screen is low. */
export function StageFrame({ children }: { children: ReactNode }) {
  return (
    <DensityProvider value="patient">
      <main className="patient stage-page land-stage" data-theme="dark" id="main">
        {children}
      </main>
    </DensityProvider>
  )
}
