import type { Context } from '~/features/context'
import { changeWait } from './change-wait.server'

/** The open waiting page says that somebody is still there; tells no other page. */
export function beatWaiting(context: Context, { visitId }: { visitId: string }) {
  return changeWait(context, visitId, { did: 'visit.beat', quiet: true })
}
