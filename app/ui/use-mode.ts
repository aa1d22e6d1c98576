import type { Mode } from '~/domain/people/mode'
import { useRootData } from './root-data'

/** Whether this is the demo, a test or production. */
export function useMode(): Mode {
  return useRootData()?.mode ?? 'production'
}
