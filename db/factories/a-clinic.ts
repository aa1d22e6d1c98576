import { randomUUID } from 'node:crypto'
import { withTx } from '../tx'
import { locations, resources, weeklyHours } from '../schema/people'
import type { Actor } from '~/domain/people/actor'
import { systemActor } from '~/domain/people/actor'
import type { TestDatabase } from '../test/database'

/** A location with one procedure room and one C-arm, where this provider works weekdays: video 8 to 12, procedures 13 to 17. */
export async function aClinic(
  database: TestDatabase,
  provider: Actor,
): Promise<{ locationId: string; roomId: string; cArmId: string }> {
  const [locationId, roomId, cArmId] = [randomUUID(), randomUUID(), randomUUID()]
  const stretches = [
    { kind: 'video' as const, opens: '08:00', closes: '12:00' },
    { kind: 'procedure' as const, opens: '13:00', closes: '17:00' },
  ]
  await withTx(database.app, systemActor, async (tx) => {
    await tx
      .insert(locations)
      .values({ id: locationId, name: 'Test office', address: '1 Test St', timeZone: 'America/Chicago' })
    await tx.insert(resources).values([
      { id: roomId, kind: 'room', name: 'Room', locationId },
      { id: cArmId, kind: 'c_arm', name: 'C-arm', locationId },
    ])
    await tx
      .insert(weeklyHours)
      .values(
        [1, 2, 3, 4, 5].flatMap((weekday) =>
          stretches.map((one) => ({ providerId: provider.id, locationId, weekday, ...one })),
        ),
      )
  })
  return { locationId, roomId, cArmId }
}
