import type { Context } from '~/features/context'
import { changeWait } from './change-wait.server'

/** The patient is back at the screen; the place in the line was kept. */
export function comeBack(context: Context, { visitId }: { visitId: string }) {
  return changeWait(context, visitId, { did: 'visit.come_back', awaySince: null })
}
