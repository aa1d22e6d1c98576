import { expect, test } from 'vitest'
import { anIntake } from '@db/factories/an-intake'
import { aPerson } from '@db/factories/a-person'
import { aVisit } from '@db/factories/a-visit'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { wasRefused } from '~/domain/refusal'
import { watchClinic } from './watch-clinic.server'
import { worklist } from './worklist.server'

const database = testDatabase()
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000)

async function aWaiting(provider: Awaited<ReturnType<typeof aPerson>>, since: Date, state = 'MN') {
  const patient = await aPerson(database)
  await anIntake(database, { patient, urgency: 'expedited' })
  const visit = await aVisit(database, { patient, provider, startsAt: since })
  await database.owner`update visits set state = 'waiting' where id = ${visit.id}`
  await database.owner`insert into waiting_entries (visit_id, patient_id, since, last_seen_at) values (${visit.id}, ${patient.id}, ${since}, ${testNow})`
  await database.owner`insert into arrivals (visit_id, patient_id, consent_version, consented_at, address, state, call_back_phone, emergency_contact, who_is_there, camera, microphone, arrived_at)
    values (${visit.id}, ${patient.id}, '1', ${since}, '1 Test St', ${state}, '1', '2', 'No one', 'works', 'none', ${since})`
  return { patient, visitId: visit.id }
}

test('the waiting room of a provider, longest first, with license and urgency, each shown patient recorded', async () => {
  const provider = await aPerson(database, { role: 'provider', licences: ['MN'] })
  const late = await aWaiting(provider, minutes(-10), 'WI')
  const first = await aWaiting(provider, minutes(-50))
  const colleague = await aPerson(database, { role: 'provider' })
  await aWaiting(colleague, minutes(-90))
  const seen = await watchClinic(testContext(database, provider))
  if (wasRefused(seen)) throw new Error(seen.message)
  expect(seen.waiting.map((one) => [one.visitId, one.licence, one.urgency, one.microphone])).toEqual([
    [first.visitId, 'licensed', 'expedited', 'none'],
    [late.visitId, 'unlicensed', 'expedited', 'none'],
  ])
  const rows =
    await database.owner`select patient_id from audit_rows where did = 'worklist.watch' and actor_id = ${provider.id}`
  expect(rows.map((row) => row['patient_id']).toSorted()).toEqual([first.patient.id, late.patient.id].toSorted())
})

test('an emergency nobody took is shown to every clinician, and to nobody once it is taken', async () => {
  const patient = await aPerson(database)
  const provider = await aPerson(database, { role: 'provider' })
  await database.owner`insert into urgent_items (patient_id, urgency, source, source_id, code, opened_at, due_at)
    values (${patient.id}, 'emergency', 'triage', ${patient.id}, 'redflag:infection', ${minutes(-5)}, ${minutes(10)})`
  const open = await watchClinic(testContext(database, provider))
  expect(wasRefused(open) ? [] : open.pages.map((page) => page.code)).toEqual(['redflag:infection'])
  await database.owner`update urgent_items set owner_id = ${provider.id}, taken_at = ${testNow} where patient_id = ${patient.id}`
  const taken = await watchClinic(testContext(database, provider))
  expect(wasRefused(taken) ? null : taken.pages).toEqual([])
})

test('today’s visits and unsigned notes are the provider’s own; cancelled ones are left out', async () => {
  const provider = await aPerson(database, { role: 'provider' })
  const booked = async (startsAt: Date) => aVisit(database, { patient: await aPerson(database), provider, startsAt })
  const today = await booked(minutes(60))
  const cancelled = await booked(minutes(120))
  await database.owner`update visits set state = 'cancelled' where id = ${cancelled.id}`
  const tomorrow = await booked(minutes(24 * 60))
  const ended = await booked(minutes(-48 * 60))
  await database.owner`update visits set state = 'waiting' where id = ${ended.id}`
  await database.owner`update visits set state = 'in_visit', admitted_at = starts_at where id = ${ended.id}`
  await database.owner`update visits set state = 'ended', ended_at = ends_at where id = ${ended.id}`
  const list = await worklist(testContext(database, provider))
  if (wasRefused(list)) throw new Error(list.message)
  expect(list.today.map((visit) => visit.visitId)).toEqual([today.id])
  expect(list.unsigned.map((visit) => visit.visitId)).toEqual([ended.id])
  expect([...list.today, ...list.unsigned].map((visit) => visit.visitId)).not.toContain(tomorrow.id)
})

test.each(['patient', 'scheduler', 'admin'] as const)('a %s has no worklist', async (role) => {
  const context = testContext(database, await aPerson(database, { role }))
  expect(await watchClinic(context)).toMatchObject({ refused: 'no_worklist' })
  expect(await worklist(context)).toMatchObject({ refused: 'no_worklist' })
})
