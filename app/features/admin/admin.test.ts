import { expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { aPerson } from '@db/factories/a-person'
import { findSession } from '@db/find-session'
import { credentials } from '@db/schema/people'
import { openSession } from '@db/sessions'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { hashToken } from '@db/token'
import { withTx } from '@db/tx'
import { visitorActor } from '~/domain/people/actor'
import { listAudit } from './list-audit.server'
import { listPeople } from './list-people.server'
import { setDisabled } from './set-disabled.server'
import { verifyAudit } from './verify-audit.server'

const database = testDatabase()

async function scene() {
  const admin = await aPerson(database, { role: 'admin' })
  const scheduler = await aPerson(database, { role: 'scheduler' })
  const token = await withTx(database.app, visitorActor, (tx) =>
    openSession(tx, { personId: scheduler.id, role: 'scheduler', secondFactor: false }),
  )
  const isIn = async () => (await findSession(database.app, hashToken(token), true)).session !== null
  return { admin, scheduler, isIn, context: testContext(database, admin) }
}

test('a disabled person is out at once and comes back only by signing in again', async () => {
  const { scheduler, isIn, context } = await scene()
  expect(await isIn()).toBe(true)
  expect(await setDisabled(context, { personId: scheduler.id, disabled: true })).toEqual({ name: scheduler.name })
  expect(await isIn()).toBe(false)
  await setDisabled(context, { personId: scheduler.id, disabled: false })
  expect(await isIn()).toBe(false)
  const deeds = await database.owner`select did from audit_rows where thing_id = ${scheduler.id} order by id`
  expect(deeds.map((row) => row['did'])).toEqual(['person.disable', 'person.enable'])
})

test('nobody disables themselves, and an id that names nobody is missing', async () => {
  const { admin, context } = await scene()
  expect(await setDisabled(context, { personId: admin.id, disabled: true })).toMatchObject({ refused: 'yourself' })
  for (const personId of ['', "x' or true", '00000000-0000-4000-8000-00000000dead'])
    expect(await setDisabled(context, { personId, disabled: true })).toMatchObject({ refused: 'missing' })
})

test('the list tells who has a second factor', async () => {
  const { scheduler, context } = await scene()
  await database.owner`insert into credentials (person_id, password_hash, totp_secret, totp_confirmed_at, changed_at) values (${scheduler.id}, 'hash', 'sealed', now(), now())`
  const people = await listPeople(context, { show: 'staff' })
  expect(people.find((person) => person.id === scheduler.id)).toMatchObject({ role: 'scheduler', secondFactor: true })
  expect(people.every((person) => person.role !== 'patient')).toBe(true)
})

test('an admin reads nobody else’s password hash or secret', async () => {
  const { admin, scheduler } = await scene()
  await database.owner`insert into credentials (person_id, password_hash, changed_at) values (${scheduler.id}, 'hash', now())`
  const rows = await withTx(database.app, admin, (tx) =>
    tx
      .select({ personId: credentials.personId, hash: credentials.passwordHash })
      .from(credentials)
      .where(eq(credentials.personId, scheduler.id)),
  )
  expect(rows).toEqual([])
})

test('the audit log names people, can be narrowed to one, and reading it is recorded', async () => {
  const { admin, scheduler, context } = await scene()
  await setDisabled(context, { personId: scheduler.id, disabled: true })
  const list = await listAudit(context, { personId: scheduler.id, before: null, since: testNow })
  expect(list.person).toEqual({ id: scheduler.id, name: scheduler.name })
  expect(list.rows.map((row) => [row.did, row.actorName, row.subjectName])).toEqual([
    ['person.disable', admin.name, scheduler.name],
  ])
  expect(await verifyAudit(context, {})).toMatchObject({ ok: true })
  const own = await listAudit(context, { personId: admin.id, before: null, since: testNow })
  expect(own.rows.map((row) => row.did)).toEqual(['audit.verify', 'audit.read', 'person.disable'])
})
