import type { Context } from '~/features/context'
import { changeLine } from './change-line.server'

/** The visit goes on by telephone; either side may say so. */
export function toPhone(context: Context, { visitId }: { visitId: string }) {
  return changeLine(context, visitId, 'phone')
}
