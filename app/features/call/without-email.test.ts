import { expect, test } from 'vitest'
import { aClinic } from '@db/factories/a-clinic'
import { aPerson } from '@db/factories/a-person'
import { aVisit } from '@db/factories/a-visit'
import { sendMail } from '@db/send-mail'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { caller } from '@db/test/journey-phone'
import { withTx } from '@db/tx'
import { calendarDocument } from '~/adapters/calendar.server'
import { systemActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { readBookedVisit } from '~/features/schedule/read-booked-visit.server'
import { cancelVisit } from '~/features/schedule/cancel-visit.server'
import { remindVisit } from '~/features/visit/remind-visit.server'
import { listToTell } from './list-to-tell.server'
import { registerByPhone } from './register-by-phone.server'

const database = testDatabase()

async function aVisitWithoutEmail() {
  const scheduler = testContext(database, await aPerson(database, { role: 'scheduler' }))
  const made = await registerByPhone(scheduler, { ...caller, different: [] })
  if (wasRefused(made)) throw new Error(made.message)
  const patient: Actor = { id: made.id, role: 'patient' }
  const provider = await aPerson(database, { role: 'provider' })
  await aClinic(database, provider)
  const visit = await aVisit(database, { patient, provider, startsAt: new Date(testNow.getTime() + 48 * 3_600_000) })
  return { scheduler, patient, visit }
}

test('what others hear by mail is told by phone: nothing is sent, nothing fails, and the calls page names the person', async () => {
  const { scheduler, patient, visit } = await aVisitWithoutEmail()
  const wish = { visitId: visit.id, startsAt: visit.startsAt.toISOString() }
  expect(await remindVisit(testContext(database), wish)).toEqual({ sent: false })
  expect(await listToTell(scheduler)).toMatchObject([{ id: visit.id, what: 'consult', patient: { id: patient.id } }])
  const own = testContext(database, patient)
  const booked = await readBookedVisit(own, { visitId: visit.id })
  expect(wasRefused(booked) ? '' : booked.calendar).not.toContain('ATTENDEE')
  expect(await cancelVisit(own, { visitId: visit.id })).toEqual({ visitId: visit.id })
  expect(await database.owner`select 1 from mails where person_id = ${patient.id}`).toHaveLength(0)
  expect(await listToTell(scheduler)).toEqual([])
})

test('without an address no mail is written, and the sender learns it', async () => {
  const mail = { toAddress: null, personId: null, subject: 'News', body: 'Words' }
  expect(await withTx(database.app, systemActor, (tx) => sendMail(tx, testContext(database), mail))).toBeNull()
})

test('a calendar entry for somebody with an address still names it', () => {
  const [startsAt, endsAt] = [testNow, new Date(testNow.getTime() + 1_800_000)]
  const document = calendarDocument({
    uid: 'one@clinic.test',
    sequence: 0,
    method: 'REQUEST',
    title: 'Video visit',
    description: 'Words',
    url: 'https://clinic.test',
    startsAt,
    endsAt,
    organizer: { name: 'Clinic', email: 'no-reply@clinic.test' },
    attendeeEmail: 'ivy@example.test',
    writtenAt: testNow,
  })
  expect(document).toContain('ivy@example.test')
})
