import { z } from 'zod'
import { sides } from '../people/side'
import type { MapSide, Side } from '../people/side'
import { intents } from './case-lists'

const longest = 2000
const inWords = (message: string) =>
  z.string({ error: message }).trim().min(3, message).max(longest, `At most ${longest} characters`)

/** An order for one SI-joint injection as the form sends it. */
export const orderWish = z.object({
  side: z.enum(sides, { error: 'Choose the side: left, right or both' }),
  sideReason: z.string().trim().max(longest, `At most ${longest} characters`).optional(),
  intent: z.enum(intents, { error: 'Choose diagnostic or therapeutic' }),
  reason: inWords('Say why in your words; the plan reads this'),
})

export const cancelOrderWish = z.object({ reason: inWords('Say in a few words why the order is cancelled') })

/** Whether the ordered side differs from what the patient marked, so that a reason in words is needed. */
export function sideDiffers(mapSide: MapSide, side: Side): boolean {
  return mapSide !== side
}

/** What stands beside a side that differs: "Map left · order RIGHT". */
export function mapSideWords(mapSide: MapSide): string {
  return mapSide === 'none' ? 'no marks' : mapSide
}
