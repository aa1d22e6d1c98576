import { useRouteLoaderData } from '@remix-run/react'
import type { Mode } from '~/domain/people/mode'

/** What every page knows. */
export type RootData = {
  clinic: { name: string; phone: string; timeZone: string }
  mode: Mode
  /** Where the signed-in person starts; null for a visitor. */
  home: string | null
  /** Number of the newest live event when the page was made. */
  liveAfter: number
  /** Number of the request that made the page, short, for a telephone call. */
  reference: string
}

/** The root loader's data; undefined only while the root itself has failed. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData<RootData>('root') as RootData | undefined
}
