import { expect, test } from 'vitest'
import { visitorActor } from '~/domain/people/actor'
import type { Role } from '~/domain/people/actor'
import { aPerson } from './factories/a-person'
import { findSession } from './find-session'
import { endSession, endSessionsOf, openSession } from './sessions'
import { testDatabase } from './test/database'
import { hashToken } from './token'
import { withTx } from './tx'

const database = testDatabase()

async function signedIn(role: Role = 'patient') {
  const person = await aPerson(database, { role })
  const open = () =>
    withTx(database.app, visitorActor, (tx) => openSession(tx, { personId: person.id, role, secondFactor: false }))
  const token = await open()
  const found = (touch = true) => findSession(database.app, hashToken(token), touch)
  const aged = (column: 'last_seen_at' | 'created_at', interval: string) =>
    database.owner`update sessions set ${database.owner(column)} = clock_timestamp() - ${interval}::interval where token_hash = ${hashToken(token)}`
  return { person, token, open, found, aged }
}

test('a token finds its person, and nothing finds nobody', async () => {
  const { person, found } = await signedIn('scheduler')
  expect((await found()).session).toMatchObject({ personId: person.id, role: 'scheduler', hasSecondFactor: false })
  expect((await findSession(database.app, hashToken('made up'), true)).session).toBeNull()
  expect((await findSession(database.app, null, true)).session).toBeNull()
})

test('the token itself is stored nowhere', async () => {
  const { token } = await signedIn()
  const rows = await database.owner`select 1 from sessions where token_hash = ${token} or id::text = ${token}`
  expect(rows).toHaveLength(0)
})

test.each<[Role, string, boolean]>([
  ['provider', '14 minutes 50 seconds', true],
  ['provider', '15 minutes 1 second', false],
  ['admin', '15 minutes 1 second', false],
  ['patient', '29 minutes 50 seconds', true],
  ['patient', '30 minutes 1 second', false],
])('%s is signed in after %s without a request: %s', async (role, idle, expected) => {
  const { found, aged } = await signedIn(role)
  await aged('last_seen_at', idle)
  expect((await found()).session !== null).toBe(expected)
})

test('a request starts the idle time again, a background one does not', async () => {
  const { found, aged } = await signedIn('provider')
  await aged('last_seen_at', '10 minutes')
  await found(false)
  await aged('last_seen_at', '16 minutes')
  expect((await found()).session).toBeNull()

  const other = await signedIn('provider')
  await other.aged('last_seen_at', '10 minutes')
  await other.found(true)
  const [row] = await database.owner`
    select last_seen_at > clock_timestamp() - interval '1 minute' as fresh from sessions where token_hash = ${hashToken(other.token)}`
  expect(row?.['fresh']).toBe(true)
})

test('an idle session is not brought back by a request', async () => {
  const { found, aged } = await signedIn()
  await aged('last_seen_at', '31 minutes')
  expect((await found()).session).toBeNull()
  expect((await found()).session).toBeNull()
})

test('twelve hours are the end of every session', async () => {
  const { found, aged } = await signedIn()
  await aged('created_at', '12 hours')
  expect((await found()).session).toBeNull()
})

test('an ended session, and every session of a person, open nothing at once', async () => {
  const one = await signedIn()
  const other = await one.open()
  const session = (await one.found()).session
  await withTx(database.app, one.person, (tx) => endSession(tx, { id: session?.id ?? '', personId: one.person.id }))
  expect((await one.found()).session).toBeNull()
  expect((await findSession(database.app, hashToken(other), true)).session).not.toBeNull()
  await withTx(database.app, one.person, (tx) => endSessionsOf(tx, one.person.id))
  expect((await findSession(database.app, hashToken(other), true)).session).toBeNull()
})

test('a disabled person and a changed role lose the next request', async () => {
  const disabled = await signedIn()
  await database.owner`update people set disabled_at = now() where id = ${disabled.person.id}`
  expect((await disabled.found()).session).toBeNull()
  const promoted = await signedIn('scheduler')
  await database.owner`update people set role = 'admin' where id = ${promoted.person.id}`
  expect((await promoted.found()).session).toBeNull()
})

test('sessions follow real time: moving the clinic clock signs nobody out', async () => {
  const { found } = await signedIn()
  await database.owner`insert into clinic_clock (id, ahead_seconds) values (1, 2000000)`
  const after = await found()
  expect(after.aheadSeconds).toBe(2_000_000)
  expect(after.session).not.toBeNull()
})
