import { randomUUID } from 'node:crypto'
import { withTx } from '../tx'
import { procedures } from '../schema/cases'
import { allocations } from '../schema/schedule'
import { visits } from '../schema/visits'
import type { Actor } from '~/domain/people/actor'
import { systemActor } from '~/domain/people/actor'
import type { Side } from '~/domain/people/side'
import type { TestDatabase } from '../test/database'
import { testNow } from '../test/context'
import { aCase } from './a-case'
import { aClinic } from './a-clinic'
import { aPerson } from './a-person'
import { aVisit } from './a-visit'

type Wish = {
  patient?: Actor
  startsAt?: Date
  side?: Side
  open?: { code: string; resolver: 'clinician' | 'scheduler' | 'patient' }[]
  /** Recorded as done: needle out half an hour after the start, with this number before it. */
  done?: { painBefore: number; painAfter?: number }
}

const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000)

/** A booked injection with its two-week check, after a consult that has ended and been ordered from. */
export async function aProcedure(database: TestDatabase, wish: Wish = {}) {
  const provider = await aPerson(database, { role: 'provider' })
  const clinic = await aClinic(database, provider)
  const patient = wish.patient ?? (await aPerson(database))
  const side = wish.side ?? 'right'
  const startsAt = wish.startsAt ?? new Date('2026-12-08T19:00:00Z')
  const consult = await aVisit(database, { patient, provider, startsAt: minutes(startsAt, -15 * 24 * 60) })
  await database.owner`update visits set state = 'waiting' where id = ${consult.id}`
  await database.owner`update visits set state = 'in_visit', admitted_at = starts_at where id = ${consult.id}`
  await database.owner`update visits set state = 'ended', ended_at = ends_at where id = ${consult.id}`
  const { caseId } = await aCase(database, { patient, provider, visitId: consult.id, side, open: wish.open })

  const [procedureId, followUpId] = [randomUUID(), randomUUID()]
  const endsAt = minutes(startsAt, 60)
  const followUp = { from: minutes(startsAt, 14 * 24 * 60 - 240), to: minutes(startsAt, 14 * 24 * 60 - 210) }
  const whose = { patientId: patient.id, providerId: provider.id, createdAt: testNow }
  const { roomId, cArmId, locationId } = clinic
  await withTx(database.app, systemActor, async (tx) => {
    await tx
      .insert(procedures)
      .values({ id: procedureId, caseId, roomId, cArmId, locationId, side, startsAt, endsAt, ...whose })
    await tx.insert(visits).values({
      id: followUpId,
      kind: 'follow_up',
      procedureId,
      startsAt: followUp.from,
      endsAt: followUp.to,
      ...whose,
    })
    const taken = (resourceIds: string[], during: { from: Date; to: Date }, what: object) =>
      resourceIds.map((resourceId) => ({ resourceId, patientId: patient.id, during, ...what }))
    await tx
      .insert(allocations)
      .values([
        ...taken([provider.id, patient.id, roomId, cArmId], { from: startsAt, to: endsAt }, { procedureId }),
        ...taken([provider.id, patient.id], followUp, { visitId: followUpId }),
      ])
  })
  const needleOutAt = minutes(startsAt, 30)
  if (wish.done) {
    const { painBefore, painAfter = 1 } = wish.done
    await database.owner`update procedures set state = 'done', needle_in_at = ${minutes(startsAt, 20)}, needle_out_at = ${needleOutAt},
      pain_before = ${painBefore}, pain_after = ${painAfter}, recorded_by = ${provider.id}, recorded_at = ${endsAt} where id = ${procedureId}`
  }
  return {
    patient,
    provider,
    procedureId,
    caseId,
    startsAt,
    needleOutAt,
    consultId: consult.id,
    followUpId,
    followUp,
    ...clinic,
  }
}
