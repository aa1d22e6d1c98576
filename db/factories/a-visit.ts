import { randomUUID } from 'node:crypto'
import { withTx } from '../tx'
import { allocations } from '../schema/schedule'
import { visits } from '../schema/visits'
import type { Actor } from '~/domain/people/actor'
import { systemActor } from '~/domain/people/actor'
import type { TestDatabase } from '../test/database'
import { testNow } from '../test/context'

type Wish = {
  patient: Actor
  provider: Actor
  startsAt?: Date
  minutes?: number
  kind?: 'consult' | 'follow_up'
  procedureId?: string
}

/** A booked visit which holds its provider and its patient. */
export async function aVisit(
  database: TestDatabase,
  wish: Wish,
): Promise<{ id: string; startsAt: Date; endsAt: Date }> {
  const id = randomUUID()
  const startsAt = wish.startsAt ?? testNow
  const endsAt = new Date(startsAt.getTime() + (wish.minutes ?? 30) * 60_000)
  await withTx(database.app, systemActor, async (tx) => {
    await tx.insert(visits).values({
      id,
      kind: wish.kind ?? 'consult',
      patientId: wish.patient.id,
      providerId: wish.provider.id,
      procedureId: wish.procedureId ?? null,
      startsAt,
      endsAt,
      createdAt: testNow,
    })
    await tx.insert(allocations).values(
      [wish.provider.id, wish.patient.id].map((resourceId) => ({
        resourceId,
        patientId: wish.patient.id,
        during: { from: startsAt, to: endsAt },
        visitId: id,
      })),
    )
  })
  return { id, startsAt, endsAt }
}
