import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { systemActor } from '~/domain/people/actor'
import { recordAudit } from './audit'
import { sealAudit, verifyAuditChain } from './audit-chain'
import { testContext } from './test/context'
import { testDatabase } from './test/database'
import { withTx } from './tx'

const database = testDatabase()

const act = (did: string) =>
  withTx(database.app, systemActor, (tx) =>
    recordAudit(tx, testContext(database), { did, patientId: randomUUID(), fields: ['phone', 'name'] }),
  )
const seal = () => withTx(database.app, systemActor, (tx) => sealAudit(tx))
const verify = (newest?: number) => withTx(database.app, systemActor, (tx) => verifyAuditChain(tx, { newest }))

/** What only the owner of the database could do: the guards are switched off first. */
async function tamper(change: () => PromiseLike<unknown>): Promise<void> {
  await database.owner`alter table audit_rows disable trigger user`
  await database.owner`alter table audit_seals disable trigger user`
  await change()
  await database.owner`alter table audit_rows enable trigger user`
  await database.owner`alter table audit_seals enable trigger user`
}

beforeEach(async () => {
  await tamper(async () => {
    await database.owner`delete from audit_seals`
    await database.owner`delete from audit_rows`
  })
  for (const did of ['a.one', 'a.two', 'a.three', 'a.four']) await act(did)
  await seal()
})

const idOf = async (did: string) =>
  Number((await database.owner`select id from audit_rows where did = ${did}`)[0]?.['id'])

test('sealed rows verify, newer ones wait', async () => {
  expect(await verify()).toMatchObject({ ok: true, sealed: 4, unsealed: 0, whole: true })
  await act('a.five')
  expect(await verify()).toMatchObject({ ok: true, sealed: 4, unsealed: 1 })
  expect(await seal()).toBe(1)
  expect(await seal()).toBe(0)
  expect(await verify()).toMatchObject({ ok: true, sealed: 5, unsealed: 0 })
  expect(await verify(2)).toMatchObject({ ok: true, sealed: 2, whole: false })
})

test('a row whose number is lower but that commits later is sealed too', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let begun = () => {}
  const started = new Promise<void>((resolve) => {
    begun = resolve
  })
  const late = withTx(database.app, systemActor, async (tx) => {
    await recordAudit(tx, testContext(database), { did: 'late.one' })
    begun()
    await held
  })
  await started
  await act('early.one')
  await seal()
  release()
  await late
  expect(await idOf('late.one')).toBeLessThan(await idOf('early.one'))
  expect(await seal()).toBe(1)
  expect(await verify()).toMatchObject({ ok: true, sealed: 6, unsealed: 0 })
})

test('two sealers at once seal each row once', async () => {
  for (let count = 0; count < 20; count += 1) await act('b.many')
  await Promise.all([seal(), seal(), seal(), seal()])
  await seal()
  expect(await verify()).toMatchObject({ ok: true, sealed: 24, unsealed: 0 })
})

test.each<[string, () => PromiseLike<unknown>, string]>([
  ['changed', () => database.owner`update audit_rows set did = 'a.other' where did = 'a.two'`, 'a.other'],
  ['changed', () => database.owner`update audit_rows set fields = '{phone}' where did = 'a.three'`, 'a.three'],
  [
    'changed',
    () => database.owner`update audit_rows set at = at + interval '1 microsecond' where did = 'a.one'`,
    'a.one',
  ],
])('a row that was %s is named', async (why, change, did) => {
  await tamper(change)
  expect(await verify()).toMatchObject({ ok: false, why, brokenAt: await idOf(did) })
})

test('a row that was taken away is named', async () => {
  const gone = await idOf('a.three')
  await tamper(() => database.owner`delete from audit_rows where id = ${gone}`)
  expect(await verify()).toEqual({ ok: false, sealed: 2, brokenAt: gone, why: 'missing' })
})

test('a link that was taken out with its row breaks the next', async () => {
  const gone = await idOf('a.two')
  const next = await idOf('a.three')
  await tamper(async () => {
    await database.owner`delete from audit_seals where audit_id = ${gone}`
    await database.owner`delete from audit_rows where id = ${gone}`
  })
  expect(await verify()).toEqual({ ok: false, sealed: 1, brokenAt: next, why: 'moved' })
})

test('nobody changes or takes away a row, not even the owner, while the guards stand', async () => {
  await expect(database.owner`update audit_rows set did = 'x'`).rejects.toThrow(/never change/)
  await expect(database.owner`delete from audit_seals`).rejects.toThrow(/never change/)
  await expect(database.owner`truncate audit_rows cascade`).rejects.toThrow(/never change/)
})
