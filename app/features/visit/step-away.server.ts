import type { Context } from '~/features/context'
import { changeWait } from './change-wait.server'

/** The patient leaves the screen for a while and keeps the place in the line. */
export function stepAway(context: Context, { visitId }: { visitId: string }) {
  return changeWait(context, visitId, { did: 'visit.step_away', awaySince: context.now })
}
