import { randomUUID } from 'node:crypto'
import { aCase } from '../factories/a-case'
import { aClinic } from '../factories/a-clinic'
import { aPerson } from '../factories/a-person'
import { aVisit } from '../factories/a-visit'
import type { Actor } from '~/domain/people/actor'
import { testNow } from './context'
import type { TestDatabase } from './database'

let weeks = 0

/** A cleared case of a new provider, ordered in a consult long ago; of a new patient unless one is given. */
export async function aBookableCase(database: TestDatabase, wish: { patient?: Actor } = {}) {
  const provider = await aPerson(database, { role: 'provider' })
  const clinic = await aClinic(database, provider)
  const patient = wish.patient ?? (await aPerson(database))
  weeks += 1
  const startsAt = new Date(testNow.getTime() - weeks * 7 * 86_400_000)
  const visit = await aVisit(database, { patient, provider, startsAt })
  await database.owner`update visits set state = 'waiting' where id = ${visit.id}`
  await database.owner`update visits set state = 'in_visit', admitted_at = starts_at where id = ${visit.id}`
  await database.owner`update visits set state = 'ended', ended_at = ends_at where id = ${visit.id}`
  const { caseId } = await aCase(database, { patient, provider, visitId: visit.id })
  return { provider, patient, caseId, consultId: visit.id, ...clinic }
}

/** One more room or C-arm at a location. */
export async function aResource(database: TestDatabase, kind: 'room' | 'c_arm', locationId: string): Promise<string> {
  const id = randomUUID()
  await database.owner`insert into resources (id, kind, name, location_id) values (${id}, ${kind}, ${kind}, ${locationId})`
  return id
}
