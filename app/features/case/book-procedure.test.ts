import { aCase } from '@db/factories/a-case'
import { aClinic } from '@db/factories/a-clinic'
import { aPerson } from '@db/factories/a-person'
import { aVisit } from '@db/factories/a-visit'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { expect, test } from 'vitest'
import { wasRefused } from '~/domain/refusal'
import { bookProcedure } from './book-procedure.server'
import { cancelProcedure } from './cancel-procedure.server'
import { findTimes } from './find-times.server'
import { moveProcedure } from './move-procedure.server'
import { recordProcedure } from './record-procedure.server'

const database = testDatabase()
const minute = 60_000

async function aBookableCase(open: Parameters<typeof aCase>[1]['open'] = []) {
  const scheduler = await aPerson(database, { role: 'scheduler' })
  const provider = await aPerson(database, { role: 'provider' })
  const clinic = await aClinic(database, provider)
  const more = async () => {
    const patient = await aPerson(database)
    const startsAt = new Date(testNow.getTime() + Math.floor(Math.random() * 9e6) * minute)
    const visit = await aVisit(database, { patient, provider, startsAt })
    return { patient, ...(await aCase(database, { patient, provider, visitId: visit.id, open })) }
  }
  return { scheduler, provider, clinic, more, ...(await more()) }
}

const firstTime = async (context: ReturnType<typeof testContext>, caseId: string) => {
  const found = await findTimes(context, { caseId })
  if (wasRefused(found)) throw new Error(found.refused)
  const [time] = found.times
  if (!time) throw new Error('nothing free')
  return {
    time,
    wish: { caseId, providerId: time.provider.id, roomId: time.room.id, cArmId: time.cArm.id, startsAt: time.startsAt },
  }
}

test('booking holds provider, room, C-arm and patient, and puts the follow-up two weeks later', async () => {
  const { scheduler, caseId } = await aBookableCase()
  const context = testContext(database, scheduler)
  const { wish, time } = await firstTime(context, caseId)
  const booked = await bookProcedure(context, wish)
  if (wasRefused(booked)) throw new Error(booked.message)
  expect(booked.followUpAt).toEqual(time.followUpAt)
  const held =
    await database.owner`select count(*)::int as n from allocations where procedure_id = ${booked.procedureId} and released_at is null`
  expect(held[0]?.['n']).toBe(4)
  const days = (booked.followUpAt.getTime() - wish.startsAt.getTime()) / 86_400_000
  expect(Math.round(days)).toBe(14)
})

test('of many who book one room at the same time, one gets it and no two overlap', async () => {
  const { scheduler, caseId, more } = await aBookableCase()
  const context = testContext(database, scheduler)
  const others = await Promise.all(Array.from({ length: 7 }, more))
  const { wish } = await firstTime(context, caseId)
  const results = await Promise.all(
    [caseId, ...others.map((one) => one.caseId)].map((id) => bookProcedure(context, { ...wish, caseId: id })),
  )
  expect(results.filter((one) => !wasRefused(one))).toHaveLength(1)
  expect(results.filter((one) => wasRefused(one) && one.refused === 'taken')).toHaveLength(7)
  const [row] = await database.owner`
    select count(*)::int as n from allocations a join allocations b on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during
    where a.released_at is null and b.released_at is null`
  expect(row?.['n']).toBe(0)
})

test('an open clearance refuses the booking by name', async () => {
  const { scheduler, caseId } = await aBookableCase([{ code: 'block:anticoagulant_review', resolver: 'clinician' }])
  const context = testContext(database, scheduler)
  const { wish } = await firstTime(context, caseId)
  expect(await bookProcedure(context, wish)).toMatchObject({
    refused: 'not_cleared',
    message: expect.stringContaining('Blood thinner'),
  })
})

test('the follow-up moves with its procedure and is released with it', async () => {
  const { scheduler, caseId } = await aBookableCase()
  const context = testContext(database, scheduler)
  const { wish } = await firstTime(context, caseId)
  const booked = await bookProcedure(context, wish)
  if (wasRefused(booked)) throw new Error(booked.message)
  const moved = await moveProcedure(context, { ...wish, startsAt: new Date(wish.startsAt.getTime() + 7 * 86_400_000) })
  if (wasRefused(moved)) throw new Error(moved.message)
  expect(moved.followUpAt.getTime() - booked.followUpAt.getTime()).toBe(7 * 86_400_000)
  expect(wasRefused(await cancelProcedure(context, { caseId, why: 'Asked to wait' }))).toBe(false)
  const [visit] = await database.owner`select state from visits where procedure_id = ${booked.procedureId}`
  expect(visit?.['state']).toBe('cancelled')
  const [held] =
    await database.owner`select count(*)::int as n from allocations where released_at is null and (procedure_id = ${booked.procedureId} or visit_id in (select id from visits where procedure_id = ${booked.procedureId}))`
  expect(held?.['n']).toBe(0)
})

test('no program can move a procedure away from its follow-up', async () => {
  const { scheduler, caseId } = await aBookableCase()
  const context = testContext(database, scheduler)
  const { wish } = await firstTime(context, caseId)
  const booked = await bookProcedure(context, wish)
  if (wasRefused(booked)) throw new Error(booked.message)
  const alone = database.owner.begin(async (sql) => {
    await sql`update allocations set during = tstzrange(lower(during) + interval '30 days', upper(during) + interval '30 days') where procedure_id = ${booked.procedureId}`
    await sql`update procedures set starts_at = starts_at + interval '30 days', ends_at = ends_at + interval '30 days' where id = ${booked.procedureId}`
  })
  await expect(alone).rejects.toThrow(/follow-up moves with its procedure/)
})

test('recording another side than the ordered one is refused, and the database has no row for it', async () => {
  const { scheduler, caseId } = await aBookableCase()
  const context = testContext(database, scheduler)
  const { wish } = await firstTime(context, caseId)
  const booked = await bookProcedure(context, wish)
  if (wasRefused(booked)) throw new Error(booked.message)
  const record = {
    procedureId: booked.procedureId,
    needleIn: '13:10',
    needleOut: '13:20',
    painBefore: 7,
    painAfter: 2,
    averageBefore: 6,
    consentSeen: 'on' as const,
  }
  const after = testContext(database, scheduler, { now: new Date(wish.startsAt.getTime() + 60 * minute) })
  expect(await recordProcedure(after, { ...record, sideSaid: 'left' })).toMatchObject({ refused: 'side_differs' })
  await expect(database.owner`update procedures set side = 'left' where id = ${booked.procedureId}`).rejects.toThrow(
    /same_side/,
  )
  expect(wasRefused(await recordProcedure(after, { ...record, sideSaid: 'right' }))).toBe(false)
  const taken =
    await database.owner`select anchor, value::float as value from measures where procedure_id = ${booked.procedureId} order by anchor, taken_at`
  expect(taken.map((one) => [one['anchor'], one['value']])).toEqual([
    ['average_7_days', 6],
    ['now', 7],
    ['now', 2],
  ])
})
