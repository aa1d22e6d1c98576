import type { Tx } from '@db/client'
import { resources } from '@db/schema/people'
import { inArray } from 'drizzle-orm'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'

type Place = { roomId: string; cArmId: string; locationId: string }

/** The location that a procedure room and a C-arm share; refuses 'missing' when they are of another kind or stand apart. */
export async function bookedPlace(
  tx: Tx,
  wish: { roomId: string; cArmId: string },
): Promise<Place | Refusal<'missing'>> {
  const places = await tx
    .select()
    .from(resources)
    .where(inArray(resources.id, [wish.roomId, wish.cArmId]))
  const room = places.find((one) => one.id === wish.roomId && one.kind === 'room')
  const cArm = places.find((one) => one.id === wish.cArmId && one.kind === 'c_arm')
  if (!room?.locationId || room.locationId !== cArm?.locationId) {
    return refuse('missing', 'Room and C-arm are not in one place.')
  }
  return { roomId: room.id, cArmId: cArm.id, locationId: room.locationId }
}
