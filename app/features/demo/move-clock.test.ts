import { expect, test } from 'vitest'
import { enqueue } from '@db/enqueue'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { withTx } from '@db/tx'
import { systemActor, visitorActor } from '~/domain/people/actor'
import { moveClock } from './move-clock.server'

const database = testDatabase()
const visitor = () => testContext(database, visitorActor)
const day = 86_400_000
const ahead = async () =>
  Number((await database.owner`select ahead_seconds from clinic_clock`)[0]?.['ahead_seconds'] ?? -1)

test('where no clock may be moved the database refuses', async () => {
  await expect(moveClock(visitor(), { to: new Date(testNow.getTime() + day) })).rejects.toThrow()
  expect(await ahead()).toBe(-1)
})

test('the clock moves forward, and waiting jobs come due with it', async () => {
  await database.owner`insert into clinic_clock (id, ahead_seconds) values (1, 0)`
  const [clock] = await database.owner`select app.clinic_now() as now`
  const now = new Date(String(clock?.['now']))
  await withTx(database.app, systemActor, (tx) =>
    enqueue(
      tx,
      'remind-diary',
      { procedureId: 'p', slot: 'day_1' },
      { key: 'diary', runAt: new Date(now.getTime() + day) },
    ),
  )
  const dueIn = async () =>
    Number(
      (
        await database.owner`select extract(epoch from run_at - clock_timestamp()) as s from graphile_worker.jobs where key = 'diary'`
      )[0]?.['s'],
    )
  expect(await dueIn()).toBeGreaterThan(day / 1000 - 60)
  expect(await moveClock(visitor(), { to: new Date(testNow.getTime() + day) })).toMatchObject({
    now: new Date(testNow.getTime() + day),
  })
  expect(await ahead()).toBe(day / 1000)
  expect(await dueIn()).toBeLessThanOrEqual(0)
  expect(await database.owner`select 1 from live_events where topic = 'clock'`).toHaveLength(1)
})

test.each([
  ['past', -1],
  ['past', 0],
  ['far', 500 * day],
])('a wish that is %s is refused', async (refused, by) => {
  const before = await ahead()
  expect(await moveClock(visitor(), { to: new Date(testNow.getTime() + by) })).toMatchObject({ refused })
  expect(await ahead()).toBe(before)
})

test('no role of a person may move the clock', async () => {
  for (const role of [
    'ilium_app',
    'ilium_patient',
    'ilium_provider',
    'ilium_scheduler',
    'ilium_admin',
    'ilium_guest',
    'ilium_visitor',
  ]) {
    const [row] =
      await database.owner`select has_function_privilege(${role}, 'app.advance_clock(bigint)', 'execute') as may`
    expect([role, row?.['may']]).toEqual([role, false])
  }
})
