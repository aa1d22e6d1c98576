import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { instrumentOf } from '~/domain/intake/instrument'
import type { Instrument } from '~/domain/intake/instrument'
import { currentVersion } from '~/domain/intake/versions'

const Asked = createContext<string>(currentVersion)

/** Everything inside asks and says the questions of this version: the one the intake began with. */
export function AskedVersion({ version, children }: { version: string; children: ReactNode }) {
  return <Asked.Provider value={version}>{children}</Asked.Provider>
}

/** The questions of the intake on the page, in the words it began with. */
export function useInstrument(): Instrument {
  return instrumentOf(useContext(Asked))
}
