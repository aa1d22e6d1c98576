import type { Context } from '~/features/context'
import { changeLine } from './change-line.server'

/** The visit goes back to video; either side may say so. */
export function toVideo(context: Context, { visitId }: { visitId: string }) {
  return changeLine(context, visitId, 'video')
}
