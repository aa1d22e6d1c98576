import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'

/** Patients get calm, large controls; staff get dense ones. */
export type Density = 'patient' | 'staff'

const DensityContext = createContext<Density>('patient')

/** Sets the density for everything inside; the page frames do it. */
export function DensityProvider({ value, children }: { value: Density; children: ReactNode }) {
  return <DensityContext.Provider value={value}>{children}</DensityContext.Provider>
}

/** The density of the page a component stands in. */
export function useDensity(): Density {
  return useContext(DensityContext)
}
