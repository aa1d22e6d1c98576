import { expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { caller } from '@db/test/journey-phone'
import { secretBox } from '~/adapters/secret-box.server'
import { visitorActor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { acceptInvitation } from '~/features/account/accept-invitation.server'
import { askReset } from '~/features/account/ask-reset.server'
import { signIn } from '~/features/account/sign-in.server'
import { findPatients } from './find-patients.server'
import { registerByPhone } from './register-by-phone.server'

const database = testDatabase()
const aScheduler = async () => testContext(database, await aPerson(database, { role: 'scheduler' }))
const named = (name: string, more: object = {}) => ({ ...caller, name, phone: '612-555-0101', different: [], ...more })
const gate = {
  box: secretBox('only for this test, only for this test', 'phone'),
  ip: '10.2.2.2',
  perAccount: 5,
  perAddress: 1000,
}
const password = 'porch lemon kettle'

async function register(name: string, more: object = {}) {
  const made = await registerByPhone(await aScheduler(), named(name, more))
  if (wasRefused(made)) throw new Error(made.message)
  return made
}

const mailsTo = (address: string) =>
  database.owner<
    { subject: string; body: string }[]
  >`select subject, body from mails where to_address = ${address} order by created_at, id`
const linkIn = (body: string | undefined, path: string) => new RegExp(`/${path}/([\\w-]+)`).exec(body ?? '')?.[1] ?? ''

test('somebody without an e-mail is registered, in the record of the scheduler, and nothing is mailed', async () => {
  const context = await aScheduler()
  const made = await registerByPhone(context, named('Una Sample'))
  expect(made).toMatchObject({ invited: false })
  const id = 'id' in made ? made.id : ''
  const [person] =
    await database.owner`select name, born_on::text, email, phone, sex_at_birth, role, email_verified_at from people where id = ${id}`
  expect(person).toMatchObject({
    name: 'Una Sample',
    born_on: '1968-07-09',
    email: null,
    sex_at_birth: 'female',
    role: 'patient',
    email_verified_at: null,
  })
  const deeds = await database.owner`select did, actor_id from audit_rows where patient_id = ${id}`
  expect(deeds).toEqual([{ did: 'person.register-by-phone', actor_id: context.actor.id }])
  expect(await database.owner`select 1 from mails where person_id = ${id}`).toHaveLength(0)
})

test('whoever has the same name and birth date, phone or e-mail is shown before anybody is registered twice', async () => {
  const first = await register('Ada Twice', { phone: '612-555-0102', email: 'ada@example.test' })
  const context = await aScheduler()
  const again = await registerByPhone(context, named('ada twice', { phone: '612-555-0199' }))
  expect(again).toMatchObject({ refused: 'alike', alike: [{ id: first.id, same: ['person'] }] })
  const phone = await registerByPhone(context, named('Ben Other', { bornOn: '1950-01-01', phone: '612-555-0102' }))
  expect(phone).toMatchObject({ refused: 'alike', alike: [{ id: first.id, same: ['phone'] }] })
  const different = [first.id]
  const other = await registerByPhone(
    context,
    named('Ben Other', { bornOn: '1950-01-01', phone: '612-555-0102', different }),
  )
  expect(other).toMatchObject({ invited: false })
  const mail = await registerByPhone(
    context,
    named('Cleo Third', { phone: '612-555-0177', email: 'ADA@example.test', different: [first.id] }),
  )
  expect(mail).toMatchObject({ refused: 'alike', alike: [{ id: first.id, same: ['email'] }] })
})

test('the address of staff is refused without a word about whose it is', async () => {
  const provider = await aPerson(database, { role: 'provider' })
  const made = await registerByPhone(
    await aScheduler(),
    named('Dan Fourth', { phone: '612-555-0166', email: provider.email }),
  )
  expect(made).toMatchObject({ refused: 'email' })
})

test('two schedulers who register one person at once register one person', async () => {
  const wish = named('Eve Race', { phone: '612-555-0155' })
  const [one, other] = await Promise.all([
    registerByPhone(await aScheduler(), wish),
    registerByPhone(await aScheduler(), wish),
  ])
  expect([one, other].filter((made) => !wasRefused(made))).toHaveLength(1)
  expect([one, other].filter((made) => wasRefused(made)).map((made) => (wasRefused(made) ? made.refused : ''))).toEqual(
    ['alike'],
  )
  expect(await database.owner`select 1 from people where name = 'Eve Race'`).toHaveLength(1)
})

test('the invitation names nobody, opens once, only with the birth date, and then signs in', async () => {
  const email = 'flo@example.test'
  await register('Flo Invited', { phone: '612-555-0144', email })
  const [mail] = await mailsTo(email)
  expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/Flo|1968|Invited/)
  const token = linkIn(mail?.body, 'welcome')
  const visitor = testContext(database, visitorActor)
  const accept = (bornOn: string) => acceptInvitation(visitor, { token, bornOn, password, gate })
  expect(await accept('1968-07-08')).toMatchObject({ refused: 'wrong', field: 'bornOn' })
  expect(await signIn(visitor, { email, password, gate, oldToken: null })).toMatchObject({ refused: 'wrong' })
  expect(await accept('1968-07-09')).toEqual({ accepted: true })
  expect(await accept('1968-07-09')).toMatchObject({ refused: 'stale' })
  expect(await signIn(visitor, { email, password, gate: { ...gate, perAccount: 100 }, oldToken: null })).toMatchObject({
    role: 'patient',
  })
})

test('a birth date is not guessed', async () => {
  const email = 'gil@example.test'
  await register('Gil Guessed', { phone: '612-555-0133', email })
  const token = linkIn((await mailsTo(email))[0]?.body, 'welcome')
  const visitor = testContext(database, visitorActor)
  for (let day = 1; day <= 5; day += 1)
    await acceptInvitation(visitor, { token, bornOn: `1968-08-0${day}`, password, gate })
  expect(await acceptInvitation(visitor, { token, bornOn: '1968-07-09', password, gate })).toMatchObject({
    refused: 'too-many',
  })
})

test('"forgot my password" before the first one mails a new invitation, never a way around the birth date', async () => {
  const email = 'hal@example.test'
  await register('Hal Forgetful', { phone: '612-555-0122', email })
  await askReset(testContext(database, visitorActor, { now: new Date(testNow.getTime() + 60_000) }), { email, gate })
  const mails = await mailsTo(email)
  expect(mails).toHaveLength(2)
  expect(linkIn(mails[1]?.body, 'reset-password')).toBe('')
  expect(linkIn(mails[1]?.body, 'welcome')).not.toBe('')
})

test('only a scheduler registers and finds by phone', async () => {
  for (const role of ['patient', 'provider', 'admin'] as const) {
    const context = testContext(database, await aPerson(database, { role }))
    expect(await registerByPhone(context, named('Ira Nobody'))).toMatchObject({ refused: 'missing' })
    expect(await findPatients(context, { name: 'Una', bornOn: '', phone: '' })).toMatchObject({ refused: 'too_little' })
  }
})

test('people are found by a part of the name, the birth date or the last digits, and each one found is recorded', async () => {
  const { id } = await register('Jo_ Percent%', { phone: '651-555-0111', bornOn: '1947-02-03' })
  const context = await aScheduler()
  const find = async (wish: object) => {
    const result = await findPatients(context, { name: '', bornOn: '', phone: '', ...wish })
    return wasRefused(result) ? result.refused : result.found.map((one) => one.id)
  }
  expect(await find({ name: 'percent% jo_' })).toEqual([id])
  expect(await find({ name: 'perce_t' })).toEqual([])
  expect(await find({ bornOn: '1947-02-03' })).toEqual([id])
  expect(await find({ phone: '(651) 555 0111' })).toEqual([id])
  expect(await find({ phone: '0111', bornOn: '1947-02-04' })).toEqual([])
  expect(await find({ name: 'j' })).toBe('too_little')
  const rows =
    await database.owner`select 1 from audit_rows where did = 'person.find' and patient_id = ${id} and actor_id = ${context.actor.id}`
  expect(rows.length).toBe(3)
})
