import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { allocate } from '@db/allocate'
import { busySpans } from '@db/busy-spans'
import type { Tx } from '@db/client'
import { aClinic } from '@db/factories/a-clinic'
import { anIntake } from '@db/factories/an-intake'
import { aPerson } from '@db/factories/a-person'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { withTx } from '@db/tx'
import { systemActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { cancelVisit } from './cancel-visit.server'
import { confirmConsult } from './confirm-consult.server'
import { holdConsult } from './hold-consult.server'
import { readBooking } from './read-booking.server'

const database = testDatabase()
const minute = 60_000
const later = (minutes: number) => new Date(testNow.getTime() + minutes * minute)

async function aProvider(licences = ['MN']) {
  const provider = await aPerson(database, { role: 'provider', licences })
  await aClinic(database, provider)
  return provider
}

async function aPatient(urgency: 'routine' | 'expedited' | 'same_day' | 'emergency' = 'routine', homeState = 'MN') {
  const patient = await aPerson(database, { homeState })
  await anIntake(database, { patient, urgency })
  return patient
}

const as = (actor: Actor, now = testNow) => testContext(database, actor, { now })

async function timesOf(patient: Actor, providerId: string, now = testNow): Promise<Date[]> {
  const booking = await readBooking(as(patient, now))
  if (!('offer' in booking)) throw new Error(`booking is closed: ${booking.gate.kind}`)
  const tomorrow = new Date('2026-11-24T06:00:00Z')
  return booking.offer.times
    .filter((time) => time.providerId === providerId && time.from > tomorrow)
    .map((time) => time.from)
}

async function held(patient: Actor, wish: { providerId: string; startsAt: Date }, now = testNow) {
  const hold = await holdConsult(as(patient, now), wish)
  if (wasRefused(hold)) throw new Error(hold.refused)
  return hold
}

async function booked(patient: Actor, providerId: string, now = testNow) {
  const [startsAt] = await timesOf(patient, providerId, now)
  if (!startsAt) throw new Error('no time is free')
  const hold = await held(patient, { providerId, startsAt }, now)
  const visit = await confirmConsult(as(patient, now), { holdId: hold.id })
  if (wasRefused(visit)) throw new Error(visit.refused)
  return { visitId: visit.visitId, startsAt }
}

const overlaps = () => database.owner`
  select a.id from allocations a join allocations b
  on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during
  where a.released_at is null and b.released_at is null`

const jobs = (visitId: string) => database.owner<{ key: string; run_at: Date }[]>`
  select key, run_at from graphile_worker.jobs where key like ${`%${visitId}%`} order by key`

describe('who may book', () => {
  test('only providers licensed in the patient’s home state are offered', async () => {
    const [mn, wi] = [await aProvider(['MN']), await aProvider(['WI'])]
    const patient = await aPatient('routine', 'WI')
    const booking = await readBooking(as(patient))
    const offered = 'offer' in booking ? booking.offer.providers.map((one) => one.id) : []
    expect(offered).toContain(wi.id)
    expect(offered).not.toContain(mn.id)
    const refused = await holdConsult(as(patient), { providerId: mn.id, startsAt: new Date('2026-11-24T15:00:00Z') })
    expect(refused).toMatchObject({ refused: 'notOffered' })
  })

  test.each(['same_day', 'emergency'] as const)('%s has nothing to book', async (urgency) => {
    const provider = await aProvider()
    const patient = await aPatient(urgency)
    expect(await readBooking(as(patient))).toEqual({ gate: { kind: 'calledToday' } })
    const refused = await holdConsult(as(patient), {
      providerId: provider.id,
      startsAt: new Date('2026-11-24T15:00:00Z'),
    })
    expect(refused).toMatchObject({ refused: 'notNow' })
  })

  test('without a sent intake there is nothing to book', async () => {
    const patient = await aPerson(database)
    await anIntake(database, { patient, submitted: false })
    expect(await readBooking(as(patient))).toEqual({ gate: { kind: 'intakeFirst' } })
  })

  test('a call that opens while a time is held closes the booking', async () => {
    const provider = await aProvider()
    const patient = await aPatient()
    const [startsAt] = await timesOf(patient, provider.id)
    const hold = await held(patient, { providerId: provider.id, startsAt: startsAt! })
    await database.owner`insert into urgent_items (patient_id, urgency, source, source_id, code, opened_at, due_at)
      values (${patient.id}, 'same_day', 'diary', gen_random_uuid(), 'redflag:infection', now(), now())`
    expect(await confirmConsult(as(patient), { holdId: hold.id })).toMatchObject({ refused: 'notNow' })
  })

  test('an expedited patient is offered three business days', async () => {
    const provider = await aProvider()
    const times = await timesOf(await aPatient('expedited'), provider.id)
    expect(times.at(-1)!.getTime()).toBeLessThan(new Date('2026-11-27T06:00:00Z').getTime())
    expect(times.length).toBeGreaterThan(0)
  })
})

describe('hold and confirm', () => {
  test('books the visit, what it takes up, its jobs and its mail in one transaction', async () => {
    const provider = await aProvider()
    const patient = await aPatient()
    const { visitId, startsAt } = await booked(patient, provider.id)
    const taken = await database.owner`select resource_id, released_at from allocations where visit_id = ${visitId}`
    expect(taken.map((row) => row['resource_id']).toSorted()).toEqual([patient.id, provider.id].toSorted())
    expect(
      (await jobs(visitId)).map((job) => [job.key.replace(visitId, ''), job.run_at.getTime() - startsAt.getTime()]),
    ).toEqual([
      ['miss-visit:', 20 * minute],
      ['remind-visit::hour', -60 * minute],
    ])
    const [mail] = await database.owner`select * from mails where person_id = ${patient.id}`
    expect(mail?.['subject']).toBe('Your appointment is booked')
    expect(mail?.['calendar']).toContain(`UID:${visitId}@`)
    expect(mail?.['calendar']).toContain('METHOD:REQUEST')
    expect(mail?.['calendar']).toContain('SEQUENCE:0')
    expect(`${mail?.['body']}${mail?.['calendar']}`).not.toContain(provider.name)
    const audit =
      await database.owner`select did from audit_rows where patient_id = ${patient.id} and did in ('hold.place', 'visit.book')`
    expect(audit).toHaveLength(2)
  })

  test('when the transaction fails nothing of it stays: no visit, no job, no mail', async () => {
    const provider = await aProvider()
    const patient = await aPatient()
    const [startsAt] = await timesOf(patient, provider.id)
    const hold = await held(patient, { providerId: provider.id, startsAt: startsAt! })
    const before = await database.owner`select count(*) from graphile_worker.jobs`
    await database.owner`alter table mails add constraint refuse_one check (to_address <> ${database.owner.unsafe(`'${patient.email}'`)})`
    await expect(confirmConsult(as(patient), { holdId: hold.id })).rejects.toThrow()
    await database.owner`alter table mails drop constraint refuse_one`
    expect(await database.owner`select id from visits where patient_id = ${patient.id}`).toHaveLength(0)
    expect(await database.owner`select count(*) from graphile_worker.jobs`).toEqual(before)
    expect(wasRefused(await confirmConsult(as(patient), { holdId: hold.id }))).toBe(false)
  })

  test('one patient holds one time: the earlier one becomes free', async () => {
    const provider = await aProvider()
    const patient = await aPatient()
    const [first, second] = await timesOf(patient, provider.id)
    await held(patient, { providerId: provider.id, startsAt: first! })
    await held(patient, { providerId: provider.id, startsAt: second! })
    const others = await timesOf(await aPatient(), provider.id)
    expect(others).toContainEqual(first)
    expect(others).not.toContainEqual(second)
  })

  test('what a patient holds stays on offer to them, at other providers too', async () => {
    const [one, other] = [await aProvider(), await aProvider()]
    const patient = await aPatient()
    const [startsAt] = await timesOf(patient, one.id)
    const hold = await held(patient, { providerId: one.id, startsAt: startsAt! })
    expect(await timesOf(patient, one.id)).toContainEqual(startsAt)
    const again = await held(patient, { providerId: one.id, startsAt: startsAt! })
    expect(again.id).toBe(hold.id)
    await held(patient, { providerId: other.id, startsAt: startsAt! })
    expect(await timesOf(await aPatient(), one.id)).toContainEqual(startsAt)
  })

  test('a hold that has ended books nothing and its time is free for others', async () => {
    const provider = await aProvider()
    const [patient, other] = [await aPatient(), await aPatient()]
    const [startsAt] = await timesOf(patient, provider.id)
    const wish = { providerId: provider.id, startsAt: startsAt! }
    const hold = await held(patient, wish)
    expect(await holdConsult(as(other, later(9)), wish)).toMatchObject({ refused: 'taken' })
    expect(wasRefused(await holdConsult(as(other, later(10)), wish))).toBe(false)
    expect(await confirmConsult(as(patient, later(10)), { holdId: hold.id })).toMatchObject({ refused: 'expired' })
  })

  test('whoever loses the race keeps what they held before', async () => {
    const provider = await aProvider()
    const [winner, loser] = [await aPatient(), await aPatient()]
    const [first, second] = await timesOf(loser, provider.id)
    const kept = await held(loser, { providerId: provider.id, startsAt: second! })
    await held(winner, { providerId: provider.id, startsAt: first! })
    expect(await holdConsult(as(loser), { providerId: provider.id, startsAt: first! })).toMatchObject({
      refused: 'taken',
    })
    expect(wasRefused(await confirmConsult(as(loser), { holdId: kept.id }))).toBe(false)
  })

  test('pressing twice books once, one consult at a time', async () => {
    const provider = await aProvider()
    const patient = await aPatient()
    const [startsAt, next] = await timesOf(patient, provider.id)
    const hold = await held(patient, { providerId: provider.id, startsAt: startsAt! })
    const twice = await Promise.all([1, 2, 3].map(() => confirmConsult(as(patient), { holdId: hold.id })))
    expect(new Set(twice.map((one) => ('visitId' in one ? one.visitId : one.refused))).size).toBe(1)
    expect(await database.owner`select id from visits where patient_id = ${patient.id}`).toHaveLength(1)
    expect(await holdConsult(as(patient), { providerId: provider.id, startsAt: next! })).toMatchObject({
      refused: 'notNow',
    })
  })

  test('a stranger’s hold cannot be confirmed', async () => {
    const provider = await aProvider()
    const [patient, stranger] = [await aPatient(), await aPatient()]
    const [startsAt] = await timesOf(patient, provider.id)
    const hold = await held(patient, { providerId: provider.id, startsAt: startsAt! })
    expect(await confirmConsult(as(stranger), { holdId: hold.id })).toMatchObject({ refused: 'missing' })
  })
})

describe('cancel', () => {
  test('frees the time at once, takes the jobs back and withdraws the calendar entry', async () => {
    const provider = await aProvider()
    const patient = await aPatient()
    const { visitId, startsAt } = await booked(patient, provider.id)
    expect(await cancelVisit(as(patient), { visitId })).toEqual({ visitId })
    expect(await timesOf(await aPatient(), provider.id)).toContainEqual(startsAt)
    expect(await jobs(visitId)).toHaveLength(0)
    const mails = await database.owner`select calendar from mails where person_id = ${patient.id} order by calendar`
    const cancelled = mails.map((mail) => String(mail['calendar'])).find((text) => text.includes('METHOD:CANCEL'))
    expect(cancelled).toContain('SEQUENCE:1')
    expect(cancelled).toContain(`UID:${visitId}@`)
    expect(await booked(patient, provider.id)).toMatchObject({ startsAt })
  })

  test('a visit that has begun, somebody else’s, or nobody’s is not cancelled', async () => {
    const provider = await aProvider()
    const [patient, stranger] = [await aPatient(), await aPatient()]
    const { visitId, startsAt } = await booked(patient, provider.id)
    expect(await cancelVisit(as(stranger), { visitId })).toMatchObject({ refused: 'missing' })
    expect(await cancelVisit(as(patient, startsAt), { visitId })).toMatchObject({ refused: 'tooLate' })
  })
})

describe('the race', () => {
  test('of 64 patients who take one time at once exactly one has it; nothing overlaps, nothing deadlocks', async () => {
    const provider = await aProvider()
    const patients = await Promise.all(Array.from({ length: 64 }, () => aPatient()))
    const [startsAt] = await timesOf(patients[0]!, provider.id)
    const wish = { providerId: provider.id, startsAt: startsAt! }
    const results = await Promise.all(patients.map((patient) => holdConsult(as(patient), wish)))
    const won = results.filter((result) => !wasRefused(result))
    expect(won).toHaveLength(1)
    expect(results.filter((result) => wasRefused(result) && result.refused === 'taken')).toHaveLength(63)
    expect(await overlaps()).toHaveLength(0)
  })

  test('the race stays clean while many holds run out at the same moment', async () => {
    const provider = await aProvider()
    const holders = await Promise.all(Array.from({ length: 16 }, () => aPatient()))
    const times = await timesOf(holders[0]!, provider.id)
    for (const [index, holder] of holders.entries())
      await held(holder, { providerId: provider.id, startsAt: times[index]! })
    const racers = await Promise.all(Array.from({ length: 64 }, () => aPatient()))
    const results = await Promise.all(
      racers.map((racer, index) =>
        holdConsult(as(racer, later(11)), { providerId: provider.id, startsAt: times[index % 4]! }),
      ),
    )
    expect(results.filter((result) => !wasRefused(result))).toHaveLength(4)
    expect(await overlaps()).toHaveLength(0)
  })

  test('64 patients who book whatever is next never double-book', async () => {
    const provider = await aProvider()
    const patients = await Promise.all(Array.from({ length: 64 }, () => aPatient()))
    const [a, b, c] = await timesOf(patients[0]!, provider.id)
    const results = await Promise.all(
      patients.map(async (patient, index) => {
        const startsAt = [a, b, c][index % 3]!
        const hold = await holdConsult(as(patient), { providerId: provider.id, startsAt })
        return wasRefused(hold) ? hold : confirmConsult(as(patient), { holdId: hold.id })
      }),
    )
    expect(results.filter((result) => !wasRefused(result))).toHaveLength(3)
    expect(await overlaps()).toHaveLength(0)
    const visits = await database.owner`select id from visits where provider_id = ${provider.id}`
    expect(visits).toHaveLength(3)
  })

  test('negative control: looking first and writing then double-books where no constraint decides', async () => {
    const [provider, patient] = [await aProvider(), await aPatient()]
    await database.owner`create table unguarded (like allocations including defaults)`
    await database.owner`grant select, insert on unguarded to ilium_system`
    const during = '[2026-12-01T15:00:00Z,2026-12-01T15:30:00Z)'
    const inserted = await allAtOnce(16, async (tx, everyoneLooked) => {
      const found = await tx.execute(
        sql`select id from unguarded where resource_id = ${provider.id} and during && ${during}::tstzrange`,
      )
      await everyoneLooked()
      if (found.length > 0) return false
      await tx.execute(
        sql`insert into unguarded (resource_id, patient_id, during) values (${provider.id}, ${patient.id}, ${during}::tstzrange)`,
      )
      return true
    })
    expect(inserted.filter(Boolean).length).toBeGreaterThan(1)
  })

  test('the same race against the constraint: everybody has looked, one is first', async () => {
    const [provider, patient] = [await aProvider(), await aPatient()]
    const during = { from: new Date('2026-12-01T15:00:00Z'), to: new Date('2026-12-01T15:30:00Z') }
    const [hold] = await database.owner`
      insert into holds (patient_id, provider_id, held_by, purpose, starts_at, ends_at, expires_at)
      values (${patient.id}, ${provider.id}, ${patient.id}, 'consult', ${during.from}, ${during.to}, ${later(10)}) returning id`
    const taken = await allAtOnce(16, async (tx, everyoneLooked) => {
      const busy = await busySpans(tx, [provider.id], during.from, during.to, testNow)
      expect(busy.get(provider.id)).toEqual([])
      await everyoneLooked()
      return allocate(tx, {
        resourceIds: [provider.id],
        patientId: patient.id,
        during,
        for: { holdId: String(hold?.['id']) },
        now: testNow,
      })
    })
    expect(taken.filter((one) => one === null)).toHaveLength(1)
    expect(await overlaps()).toHaveLength(0)
  })
})

/** Runs the same work in several transactions, each of which waits at a gate until all have come to it. */
async function allAtOnce<T>(count: number, work: (tx: Tx, gate: () => Promise<void>) => Promise<T>): Promise<T[]> {
  const open = Promise.withResolvers<void>()
  let waiting = 0
  const gate = () => {
    waiting += 1
    if (waiting === count) open.resolve()
    return open.promise
  }
  return Promise.all(Array.from({ length: count }, () => withTx(database.app, systemActor, (tx) => work(tx, gate))))
}
