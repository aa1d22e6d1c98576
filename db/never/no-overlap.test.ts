import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aClinic } from '@db/factories/a-clinic'
import { anIntake } from '@db/factories/an-intake'
import { aPerson } from '@db/factories/a-person'
import { aVisit } from '@db/factories/a-visit'
import { aBookableCase, aResource } from '@db/test/a-bookable-case'
import { attempt } from '@db/test/attempt'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { systemActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { bookProcedure } from '~/features/case/book-procedure.server'
import { moveProcedure } from '~/features/case/move-procedure.server'
import { cancelVisit } from '~/features/schedule/cancel-visit.server'
import { confirmConsult } from '~/features/schedule/confirm-consult.server'
import { confirmMove } from '~/features/schedule/confirm-move.server'
import { holdConsult } from '~/features/schedule/hold-consult.server'
import { holdMove } from '~/features/schedule/hold-move.server'

const database = testDatabase()
const minute = 60_000
const as = (actor: Actor, now = testNow) => testContext(database, actor, { now })
const at = (text: string) => new Date(`2026-${text}:00Z`)
const later = (date: Date, minutes: number) => new Date(date.getTime() + minutes * minute)
const codes = (answers: unknown[]) =>
  answers.map((answer) => (wasRefused(answer) ? (answer as { refused: string }).refused : 'ok'))
const count = (answers: unknown[], code: string) => codes(answers).filter((one) => one === code).length

const overlaps = () => database.owner`
  select a.id from allocations a join allocations b on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during
  where a.released_at is null and b.released_at is null`

/** Bookings that do not hold what they need: as bad as an overlap, because the next one would fit. */
const loose = () => database.owner`
  select v.id from visits v where v.state in ('booked', 'waiting', 'in_visit') and 2 <> (
    select count(*) from allocations a where a.visit_id = v.id and a.released_at is null and a.during = tstzrange(v.starts_at, v.ends_at))
  union all select p.id from procedures p where p.state = 'booked' and 4 <> (
    select count(*) from allocations a where a.procedure_id = p.id and a.released_at is null and a.during = tstzrange(p.starts_at, p.ends_at))`

async function nothingOverlaps() {
  expect(await overlaps()).toHaveLength(0)
  expect(await loose()).toHaveLength(0)
}

const slot = at('12-08T19:00')

describe('booked by many at once', () => {
  test('one room, each with an own provider and C-arm', async () => {
    const cases = await Promise.all(Array.from({ length: 8 }, () => aBookableCase(database)))
    const scheduler = await aPerson(database, { role: 'scheduler' })
    const { roomId, locationId } = cases[0]!
    const arms = await Promise.all(cases.map(() => aResource(database, 'c_arm', locationId)))
    const answers = await Promise.all(
      cases.map((one, index) =>
        bookProcedure(as(scheduler), {
          caseId: one.caseId,
          providerId: one.provider.id,
          roomId,
          cArmId: arms[index]!,
          startsAt: slot,
        }),
      ),
    )
    expect([count(answers, 'ok'), count(answers, 'taken')]).toEqual([1, 7])
    await nothingOverlaps()
  })

  test('one C-arm, wheeled into eight rooms at times that only touch each other', async () => {
    const cases = await Promise.all(Array.from({ length: 8 }, () => aBookableCase(database)))
    const scheduler = await aPerson(database, { role: 'scheduler' })
    const { cArmId, locationId } = cases[0]!
    const rooms = await Promise.all(cases.map(() => aResource(database, 'room', locationId)))
    const answers = await Promise.all(
      cases.map((one, index) =>
        bookProcedure(as(scheduler), {
          caseId: one.caseId,
          providerId: one.provider.id,
          roomId: rooms[index]!,
          cArmId,
          startsAt: later(slot, 20 * index),
        }),
      ),
    )
    expect(count(answers, 'ok')).toBeGreaterThan(0)
    expect(count(answers, 'ok')).toBeLessThan(8)
    expect(count(answers, 'ok') + count(answers, 'taken')).toBe(8)
    await nothingOverlaps()
  })

  test('one patient, in two cases, rooms and hands', async () => {
    const patient = await aPerson(database)
    const cases = [await aBookableCase(database, { patient }), await aBookableCase(database, { patient })]
    const scheduler = await aPerson(database, { role: 'scheduler' })
    const answers = await Promise.all(
      cases.map(({ caseId, provider, roomId, cArmId }, index) =>
        bookProcedure(as(scheduler), {
          caseId,
          providerId: provider.id,
          roomId,
          cArmId,
          startsAt: later(slot, 30 * index),
        }),
      ),
    )
    expect([count(answers, 'ok'), count(answers, 'taken')]).toEqual([1, 1])
    await nothingOverlaps()
  })

  test('a patient who sits in a video visit has no time for a procedure, and neither has the provider', async () => {
    const { caseId, patient, provider, roomId, cArmId } = await aBookableCase(database)
    const scheduler = await aPerson(database, { role: 'scheduler' })
    const other = await aPerson(database, { role: 'provider' })
    await aVisit(database, { patient, provider: other, startsAt: later(slot, 30) })
    await aVisit(database, { patient: await aPerson(database), provider, startsAt: later(slot, 24 * 60 - 20) })
    for (const startsAt of [slot, later(slot, 24 * 60)]) {
      const answer = await bookProcedure(as(scheduler), { caseId, providerId: provider.id, roomId, cArmId, startsAt })
      expect(answer).toMatchObject({ refused: 'taken' })
    }
    await nothingOverlaps()
  })

  test('four procedures that all move onto one free hour', async () => {
    const cases = await Promise.all(Array.from({ length: 4 }, () => aBookableCase(database)))
    const scheduler = await aPerson(database, { role: 'scheduler' })
    const { roomId, cArmId } = cases[0]!
    const wish = (index: number, startsAt: Date) => ({
      caseId: cases[index]!.caseId,
      providerId: cases[index]!.provider.id,
      roomId,
      cArmId,
      startsAt,
    })
    for (const index of cases.keys())
      expect(codes([await bookProcedure(as(scheduler), wish(index, later(at('12-09T14:00'), 60 * index)))])).toEqual([
        'ok',
      ])
    const answers = await Promise.all(
      cases.map((_, index) => moveProcedure(as(scheduler), wish(index, at('12-09T20:00')))),
    )
    expect([count(answers, 'ok'), count(answers, 'taken')]).toEqual([1, 3])
    await nothingOverlaps()
  })
})

describe('visits', () => {
  async function aDay(patients: number) {
    const provider = await aPerson(database, { role: 'provider' })
    await aClinic(database, provider)
    const people = await Promise.all(Array.from({ length: patients }, () => aPerson(database)))
    await Promise.all(people.map((patient) => anIntake(database, { patient })))
    return { provider, people }
  }

  test('two patients who swap their times at once both keep what they have', async () => {
    const { provider, people } = await aDay(2)
    const [one, other] = [people[0]!, people[1]!]
    const times = [at('11-24T15:00'), at('11-24T15:30')] as const
    const first = await aVisit(database, { patient: one, provider, startsAt: times[0] })
    const second = await aVisit(database, { patient: other, provider, startsAt: times[1] })
    const answers = await Promise.all([
      holdMove(as(one), { visitId: first.id, providerId: provider.id, startsAt: times[1] }),
      holdMove(as(other), { visitId: second.id, providerId: provider.id, startsAt: times[0] }),
    ])
    expect(codes(answers)).toEqual(['taken', 'taken'])
    await nothingOverlaps()
  })

  test('twenty-four who hold, confirm, move and cancel at once leave no overlap and no loose booking', async () => {
    const { provider, people } = await aDay(24)
    const times = [0, 30, 60, 90, 120].map((minutes) => later(at('11-24T15:00'), minutes))
    const live = async (patient: Actor, index: number) => {
      const now = later(testNow, index % 3)
      for (const turn of [0, 1, 2]) {
        const startsAt = times[(index + turn) % times.length]!
        const hold = await holdConsult(as(patient, now), { providerId: provider.id, startsAt })
        if (wasRefused(hold)) continue
        const booked = await confirmConsult(as(patient, now), { holdId: hold.id })
        if (wasRefused(booked)) continue
        const { visitId } = booked
        const target = times[(index + turn + 2) % times.length]!
        const move = await holdMove(as(patient, now), { visitId, providerId: provider.id, startsAt: target })
        if (!wasRefused(move)) await confirmMove(as(patient, now), { visitId, holdId: move.id })
        if (index % 3 === 0) await cancelVisit(as(patient, now), { visitId })
      }
    }
    await Promise.all(people.map(live))
    await nothingOverlaps()
    const [row] =
      await database.owner`select count(*)::int as n from visits where provider_id = ${provider.id} and state = 'booked'`
    expect(row?.['n']).toBeGreaterThan(0)
  }, 60_000)
})

describe('by SQL, past every verb', () => {
  async function scene() {
    const provider = await aPerson(database, { role: 'provider' })
    const clinic = await aClinic(database, provider)
    const [patient, other] = [await aPerson(database), await aPerson(database)]
    const mine = await aVisit(database, { patient, provider, startsAt: at('11-25T15:00') })
    const theirs = await aVisit(database, { patient: other, provider, startsAt: at('11-25T15:30') })
    const scheduler = await aPerson(database, { role: 'scheduler' })
    return { provider, patient, other, scheduler, mine, theirs, ...clinic }
  }
  type Scene = Awaited<ReturnType<typeof scene>>
  type Attack = (
    sql: Parameters<Parameters<typeof attempt>[3]>[0],
    scene: Scene,
  ) => ReturnType<Parameters<typeof attempt>[3]>

  const stretched = '[2026-11-25T15:00:00Z,2026-11-25T16:00:00Z)'
  const attacks: [string, 'patient' | 'scheduler' | 'provider' | 'system', Attack, string][] = [
    [
      'gives the time of a booked visit back',
      'patient',
      (sql, { mine }) => sql`update allocations set released_at = now() where visit_id = ${mine.id}`,
      'allocations_stay',
    ],
    [
      'gives somebody’s time back',
      'patient',
      (sql, { theirs }) => sql`update allocations set released_at = now() where visit_id = ${theirs.id}`,
      'nothing',
    ],
    [
      'stretches the own time',
      'patient',
      (sql, { mine }) => sql`update allocations set during = ${stretched} where visit_id = ${mine.id}`,
      'denied',
    ],
    [
      'stretches a time over the next one',
      'scheduler',
      (sql, { mine, provider }) =>
        sql`update allocations set during = ${stretched} where visit_id = ${mine.id} and resource_id = ${provider.id}`,
      'allocations_one_at_a_time',
    ],
    [
      'lets a booked visit lose its provider',
      'scheduler',
      (sql, { mine, provider }) =>
        sql`delete from allocations where visit_id = ${mine.id} and resource_id = ${provider.id}`,
      'denied',
    ],
    [
      'shrinks what a visit holds',
      'scheduler',
      (sql, { mine }) =>
        sql`update allocations set during = '[2026-11-25T15:00:00Z,2026-11-25T15:05:00Z)' where visit_id = ${mine.id}`,
      'allocations_belong',
    ],
    [
      'lets it hold something else',
      'scheduler',
      (sql, { mine, provider, roomId }) =>
        sql`update allocations set resource_id = ${roomId} where visit_id = ${mine.id} and resource_id = ${provider.id}`,
      'allocations_belong',
    ],
    [
      'moves a visit and not what it holds',
      'scheduler',
      (sql, { mine }) =>
        sql`update visits set starts_at = starts_at + interval '30 minutes', ends_at = ends_at + interval '30 minutes' where id = ${mine.id}`,
      'visits_allocated',
    ],
    [
      'gives a visit to another provider',
      'patient',
      (sql, { mine, other }) => sql`update visits set provider_id = ${other.id} where id = ${mine.id}`,
      'visits_with_provider',
    ],
    [
      'books without holding',
      'patient',
      (sql, { other, provider }) =>
        sql`insert into visits (kind, patient_id, provider_id, starts_at, ends_at, created_at) values ('consult', ${other.id}, ${provider.id}, '2026-11-27T15:00:00Z', '2026-11-27T15:30:00Z', now())`,
      'denied',
    ],
    [
      'books twice with one patient',
      'patient',
      (sql, { patient, provider }) =>
        sql`insert into visits (kind, patient_id, provider_id, starts_at, ends_at, created_at) values ('consult', ${patient.id}, ${provider.id}, '2026-11-27T15:00:00Z', '2026-11-27T15:30:00Z', now())`,
      'visits_one_live_consult',
    ],
    [
      'hangs a second span on an own visit',
      'patient',
      (sql, { mine, patient, provider }) =>
        sql`insert into allocations (resource_id, patient_id, during, visit_id) values (${provider.id}, ${patient.id}, '[2026-11-27T15:00:00Z,2026-11-27T16:00:00Z)', ${mine.id})`,
      'allocations_belong',
    ],
    [
      'holds a provider for ever',
      'patient',
      (sql, { mine, patient, provider }) =>
        sql`insert into allocations (resource_id, patient_id, during, visit_id) values (${provider.id}, ${patient.id}, '[2026-11-27T15:00:00Z,)', ${mine.id})`,
      'allocations_span',
    ],
    [
      'hangs a span on somebody’s visit',
      'patient',
      (sql, { theirs, patient, roomId }) =>
        sql`insert into allocations (resource_id, patient_id, during, visit_id) values (${roomId}, ${patient.id}, '[2026-11-25T15:30:00Z,2026-11-25T16:00:00Z)', ${theirs.id})`,
      'allocations_visits_same_patient',
    ],
    [
      'double-books as the clinic itself',
      'system',
      (sql, { mine, theirs, provider }) =>
        sql`insert into allocations (resource_id, patient_id, during, visit_id) select ${provider.id}, patient_id, '[2026-11-25T15:10:00Z,2026-11-25T15:20:00Z)', id from visits where id in (${mine.id}, ${theirs.id})`,
      'allocations_one_at_a_time',
    ],
  ]

  test.each(attacks)('who %s as %s is stopped', async (_, role, attack, ending) => {
    const all = await scene()
    const actor = role === 'system' ? systemActor : all[role]
    expect(await attempt(database, actor, all.patient.id, (sql) => attack(sql, all))).toBe(ending)
    await nothingOverlaps()
  })

  test('a hold of a C-arm by a patient is no hold', async () => {
    const { patient, provider, cArmId } = await scene()
    const ending = await attempt(database, patient, patient.id, async (sql) => {
      const during = '[2026-11-27T15:00:00Z,2026-11-27T16:00:00Z)'
      const [hold] =
        await sql`insert into holds (patient_id, provider_id, held_by, purpose, starts_at, ends_at, expires_at)
        values (${patient.id}, ${provider.id}, ${patient.id}, 'consult', lower(${during}::tstzrange), upper(${during}::tstzrange), '2099-01-01') returning id`
      return sql`insert into allocations (resource_id, patient_id, during, hold_id) values (${cArmId}, ${patient.id}, ${during}, ${hold?.['id']})`
    })
    expect(ending).toBe('allocations_belong')
  })

  test('a patient holds one time, not a whole day', async () => {
    const { patient, provider } = await scene()
    const hold = (hour: number) =>
      attempt(database, patient, patient.id, async (sql) => {
        const during = `[2026-11-27T${hour}:00:00Z,2026-11-27T${hour}:30:00Z)`
        const [held] =
          await sql`insert into holds (patient_id, provider_id, held_by, purpose, starts_at, ends_at, expires_at)
          values (${patient.id}, ${provider.id}, ${patient.id}, 'consult', lower(${during}::tstzrange), upper(${during}::tstzrange), '2099-01-01') returning id`
        return sql`insert into allocations (resource_id, patient_id, during, hold_id) values (${provider.id}, ${patient.id}, ${during}, ${held?.['id']})`
      })
    expect(await hold(15)).toBe('done')
    expect(await hold(16)).toBe('holds_one_live')
  })

  test('a time that was given back is not taken again past the one who has it now', async () => {
    const { patient, other, provider, mine, scheduler } = await scene()
    await anIntake(database, { patient: other })
    expect(codes([await cancelVisit(as(patient), { visitId: mine.id })])).toEqual(['ok'])
    await aVisit(database, { patient: await aPerson(database), provider, startsAt: mine.startsAt })
    for (const actor of [patient, scheduler, systemActor]) {
      const ending = await attempt(
        database,
        actor,
        patient.id,
        (sql) =>
          sql`update allocations set released_at = null where visit_id = ${mine.id} and resource_id = ${provider.id}`,
      )
      expect(ending).toBe('allocations_one_at_a_time')
    }
    await nothingOverlaps()
  })

  test('a room is not its own C-arm, and rooms and C-arms are of one place', async () => {
    const { caseId, patient, provider, roomId, cArmId, locationId } = await aBookableCase(database)
    const elsewhere = await aBookableCase(database)
    const scheduler = await aPerson(database, { role: 'scheduler' })
    const book = (room: string, arm: string) =>
      attempt(
        database,
        scheduler,
        patient.id,
        (sql) =>
          sql`insert into procedures (id, case_id, patient_id, provider_id, room_id, c_arm_id, location_id, side, starts_at, ends_at, created_at)
          values (${randomUUID()}, ${caseId}, ${patient.id}, ${provider.id}, ${room}, ${arm}, ${locationId}, 'right', ${slot.toISOString()}, ${later(slot, 60).toISOString()}, now())`,
      )
    for (const [room, arm] of [
      [roomId, roomId],
      [cArmId, roomId],
      [roomId, elsewhere.cArmId],
      [patient.id, cArmId],
    ] as const)
      expect(await book(room, arm)).toBe('procedures_in_place')
  })
})

test('negative control: without the constraint, looking first double-books spans that overlap and are not equal', async () => {
  await database.owner`create table unguarded (like allocations including defaults)`
  const resource = randomUUID()
  const looked = Promise.withResolvers<void>()
  let waiting = 0
  const book = (minutes: number) =>
    database.owner.begin(async (sql) => {
      const during = `[${later(slot, minutes).toISOString()},${later(slot, minutes + 60).toISOString()})`
      const found = await sql`select id from unguarded where resource_id = ${resource} and during && ${during}`
      waiting += 1
      if (waiting === 2) looked.resolve()
      await looked.promise
      if (found.length === 0)
        await sql`insert into unguarded (resource_id, patient_id, during) values (${resource}, ${randomUUID()}, ${during})`
    })
  await Promise.all([book(0), book(30)])
  const double = await database.owner`
    select 1 from unguarded a join unguarded b on a.id < b.id and a.resource_id = b.resource_id and a.during && b.during`
  expect(double).toHaveLength(1)
})
