import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { attempt } from '@db/test/attempt'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { caller } from '@db/test/journey-phone'
import { secretBox } from '~/adapters/secret-box.server'
import { visitorActor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { acceptInvitation } from '~/features/account/accept-invitation.server'
import { addEmail } from './add-email.server'
import { readCaller } from './read-caller.server'
import { registerByPhone } from './register-by-phone.server'

const database = testDatabase()
const aScheduler = async () => testContext(database, await aPerson(database, { role: 'scheduler' }))
const anAddress = () => `later-${randomUUID()}@example.org`
const gate = {
  box: secretBox('only for this test, only for this test', 'x'),
  ip: '10.3.3.3',
  perAccount: 5,
  perAddress: 99,
}

async function withoutEmail() {
  const scheduler = await aScheduler()
  const name = `Nobody ${randomUUID()}`
  const phone = `612-${randomUUID().replaceAll(/\D/g, '').padEnd(7, '5').slice(0, 7)}`
  const made = await registerByPhone(scheduler, { ...caller, name, phone, different: [] })
  if (wasRefused(made)) throw new Error(made.message)
  return { scheduler, patientId: made.id }
}

const deeds = async (patientId: string) =>
  (await database.owner`select did from audit_rows where patient_id = ${patientId} order by id`).map(
    (row) => row['did'],
  )
const mailsOf = (patientId: string) =>
  database.owner<{ to_address: string; subject: string; body: string }[]>`
    select to_address, subject, body from mails where person_id = ${patientId}`

test('an e-mail that is added later gets the invitation, and opens the account with the birth date', async () => {
  const { scheduler, patientId } = await withoutEmail()
  const email = anAddress()
  expect(await addEmail(scheduler, { patientId, email })).toEqual({ id: patientId })
  expect(await readCaller(scheduler, { patientId })).toMatchObject({ hasEmail: true })
  expect(await deeds(patientId)).toContain('person.add-email')
  const [mail, ...more] = await mailsOf(patientId)
  expect([mail?.to_address, mail?.subject, more.length]).toEqual([email, expect.stringMatching(/^Your account at/), 0])
  const token = /\/welcome\/([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? ''
  const visitor = testContext(database, visitorActor)
  const password = 'porch lemon kettle'
  expect(await acceptInvitation(visitor, { token, bornOn: '1901-01-01', password, gate })).toMatchObject({
    refused: 'wrong',
  })
  expect(await acceptInvitation(visitor, { token, bornOn: caller.bornOn, password, gate })).toEqual({ accepted: true })
})

test('the address of another account is refused without a word about whose; nothing is mailed', async () => {
  const { scheduler, patientId } = await withoutEmail()
  for (const role of ['patient', 'provider'] as const) {
    const { email } = await aPerson(database, { role, name: 'Olga Secret' })
    const refused = await addEmail(scheduler, { patientId, email: email.toUpperCase() })
    expect(refused).toMatchObject({ refused: 'email' })
    expect(JSON.stringify(refused)).not.toMatch(/Olga|Secret|account/i)
  }
  expect(await mailsOf(patientId)).toEqual([])
  expect((await deeds(patientId)).filter((did) => did === 'person.refuse-email')).toHaveLength(2)
  expect(await readCaller(scheduler, { patientId })).toMatchObject({ hasEmail: false })
})

test('an e-mail that is there stays, also when two add one at once', async () => {
  const { scheduler, patientId } = await withoutEmail()
  const both = await Promise.all([
    addEmail(scheduler, { patientId, email: anAddress() }),
    addEmail(await aScheduler(), { patientId, email: anAddress() }),
  ])
  expect(both.map((one) => ('refused' in one ? one.refused : 'added')).toSorted()).toEqual(['added', 'there'])
  expect(await mailsOf(patientId)).toHaveLength(1)
  const known = await aPerson(database)
  expect(await addEmail(scheduler, { patientId: known.id, email: anAddress() })).toMatchObject({ refused: 'there' })
})

test('only a scheduler adds one, and only to a patient', async () => {
  const { scheduler, patientId } = await withoutEmail()
  for (const role of ['patient', 'provider', 'admin'] as const) {
    const who = testContext(database, await aPerson(database, { role }))
    expect(await addEmail(who, { patientId, email: anAddress() }), role).toMatchObject({ refused: 'missing' })
    const byHand = await attempt(
      database,
      who.actor,
      patientId,
      (sql) => sql`select app.add_email(${patientId}, ${anAddress()}, 'x', now(), now())`,
    )
    expect(byHand, role).toBe('denied')
  }
  const colleague = await aPerson(database, { role: 'provider' })
  expect(await addEmail(scheduler, { patientId: colleague.id, email: anAddress() })).toMatchObject({
    refused: 'missing',
  })
  const straight = await attempt(
    database,
    scheduler.actor,
    patientId,
    (sql) => sql`update people set email = ${anAddress()} where id = ${patientId}`,
  )
  expect(straight).toBe('denied')
})
