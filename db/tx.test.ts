import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { aPerson } from './factories/a-person'
import { aVisit } from './factories/a-visit'
import { testDatabase } from './test/database'
import { visits } from './schema/visits'
import { openDatabase } from './client'
import { withTx } from './tx'
import type { Tx } from './client'

const database = testDatabase()

test('a statement after the transaction has settled is refused', async () => {
  const patient = await aPerson(database)
  const held: { tx?: Tx } = {}
  await withTx(database.app, patient, async (tx) => {
    held.tx = tx
  })
  expect(() => held.tx?.execute(sql`select 1`)).toThrow(/over/)
})

test('when the connection dies, no later statement of the callback commits', async () => {
  const patient = await aPerson(database)
  const provider = await aPerson(database, { role: 'provider' })
  const visit = await aVisit(database, { patient, provider })
  const attempt = withTx(database.app, patient, async (tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await database.owner`select pg_terminate_backend(${row?.pid ?? 0})`
    await tx
      .update(visits)
      .set({ roomEpoch: 9 })
      .where(sql`true`)
  })
  await expect(attempt).rejects.toThrow()
  const [after] = await database.owner`select room_epoch from visits where id = ${visit.id}`
  expect(after?.['room_epoch']).toBe(1)
})

test('what a dead transaction still sends reaches nobody, and who waits for its connection gets their own answers', async () => {
  const patient = await aPerson(database)
  const app = openDatabase(database.url, { connections: 1 })
  const pause = (ms: number) => new Promise((go) => setTimeout(go, ms))
  const word = (said: string) => sql`select ${said} as word`
  const reached: unknown[] = []
  const dieIn = (round: number) =>
    app.handle.transaction(async (tx) => {
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await database.owner`select pg_terminate_backend(${row?.pid ?? 0})`
      for (let turn = 0; turn < 6 + (round % 8); turn += 1) {
        await tx.execute(word(`stray ${turn}`)).then(
          (rows) => reached.push(rows),
          () => {},
        )
        await pause(round % 5)
      }
    })
  const say = (round: number, at: number) =>
    withTx(app, patient, async (tx) => {
      const said = async (part: string) => (await tx.execute<{ word: string }>(word(`${round} ${at} ${part}`)))[0]?.word
      return [await said('first'), ...(await Promise.all([said('second'), said('third')]))]
    })
  const six = [0, 1, 2, 3, 4, 5]
  for (let round = 0; round < 40; round += 1) {
    const dying = dieIn(round).catch(() => 'died')
    const told = await Promise.all(six.map((at) => say(round, at)))
    expect(told).toEqual(six.map((at) => ['first', 'second', 'third'].map((part) => `${round} ${at} ${part}`)))
    expect(await dying).toBe('died')
  }
  expect(reached).toEqual([])
  await app.close()
})

test('outside a guarded transaction nothing can be read', async () => {
  await expect(database.app.handle.select().from(visits)).rejects.toThrow()
})

test('a patient sees own visits only, a guest and a visitor none', async () => {
  const [one, other] = [await aPerson(database), await aPerson(database)]
  const provider = await aPerson(database, { role: 'provider' })
  const visit = await aVisit(database, { patient: one, provider, startsAt: new Date('2026-11-24T15:00:00Z') })
  const seenBy = (actor: Parameters<typeof withTx>[1]) =>
    withTx(database.app, actor, (tx) => tx.select({ id: visits.id }).from(visits))
  expect(await seenBy(one)).toEqual([{ id: visit.id }])
  expect(await seenBy(other)).toEqual([])
  expect(await seenBy({ id: other.id, role: 'guest' })).toEqual([])
  await expect(seenBy({ id: other.id, role: 'visitor' })).rejects.toThrow()
})

test('without an actor id every policy is closed', async () => {
  const rows = await database.app.handle.transaction(async (tx) => {
    await tx.execute(sql`set local role ilium_provider`)
    return tx.select({ id: visits.id }).from(visits)
  })
  expect(rows).toEqual([])
})
