import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aClinic } from '@db/factories/a-clinic'
import { aPerson } from '@db/factories/a-person'
import { aProcedure } from '@db/factories/a-procedure'
import { aVisit } from '@db/factories/a-visit'
import { anIntake } from '@db/factories/an-intake'
import { queueVisitJobs } from '@db/queue-visit-jobs'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { withTx } from '@db/tx'
import { remindVisit } from '~/features/visit/remind-visit.server'
import { systemActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { cancelVisit } from './cancel-visit.server'
import { confirmMove } from './confirm-move.server'
import { holdMove } from './hold-move.server'
import { readBookedVisit } from './read-booked-visit.server'
import { readMove } from './read-move.server'

const database = testDatabase()
const minute = 60_000
const as = (actor: Actor, now = testNow) => testContext(database, actor, { now })
const slot = (text: string) => new Date(`2026-${text}:00Z`)

async function aBooking() {
  const provider = await aPerson(database, { role: 'provider' })
  await aClinic(database, provider)
  const patient = await aPerson(database)
  await anIntake(database, { patient })
  const startsAt = slot('11-24T15:00')
  const { id: visitId } = await aVisit(database, { patient, provider, startsAt })
  await withTx(database.app, systemActor, (tx) => queueVisitJobs(tx, { id: visitId, startsAt }, testNow))
  return { provider, patient, visitId, startsAt }
}

async function moved(patient: Actor, visitId: string, providerId: string, startsAt: Date) {
  const hold = await holdMove(as(patient), { visitId, providerId, startsAt })
  if (wasRefused(hold)) throw new Error(hold.refused)
  return confirmMove(as(patient), { visitId, holdId: hold.id })
}

const live = (visitId: string) =>
  database.owner`select resource_id, lower(during) as starts from allocations where visit_id = ${visitId} and released_at is null`

describe('a move', () => {
  test('takes the allocations, the jobs and the calendar entry along', async () => {
    const { provider, patient, visitId } = await aBooking()
    const startsAt = slot('11-25T16:00')
    expect(await moved(patient, visitId, provider.id, startsAt)).toEqual({ visitId })
    expect((await live(visitId)).map((row) => +(row['starts'] as Date))).toEqual([+startsAt, +startsAt])
    const [job] = await database.owner`select run_at from graphile_worker.jobs where key = ${`miss-visit:${visitId}`}`
    expect(+(job?.['run_at'] as Date)).toBe(+startsAt + 20 * minute)
    const [mail] = await database.owner`select subject, calendar from mails where person_id = ${patient.id}`
    expect(mail?.['subject']).toBe('Your appointment has a new time')
    expect(mail?.['calendar']).toContain('SEQUENCE:1')
    expect(mail?.['calendar']).toContain('DTSTART:20261125T160000Z')
    const again = await moved(patient, visitId, provider.id, slot('11-25T17:00'))
    expect(again).toEqual({ visitId })
    const booked = await readBookedVisit(as(patient), { visitId })
    expect(wasRefused(booked) ? '' : booked.calendar).toContain('SEQUENCE:2')
  })

  test('keeps the old time until it is confirmed, and when the hold has ended', async () => {
    const { provider, patient, visitId, startsAt } = await aBooking()
    const hold = await holdMove(as(patient), { visitId, providerId: provider.id, startsAt: slot('11-25T16:00') })
    if (wasRefused(hold)) throw new Error(hold.refused)
    expect((await live(visitId)).map((row) => +(row['starts'] as Date))).toEqual([+startsAt, +startsAt])
    const later = new Date(testNow.getTime() + 10 * minute)
    expect(await confirmMove(as(patient, later), { visitId, holdId: hold.id })).toMatchObject({ refused: 'expired' })
    expect((await live(visitId)).map((row) => +(row['starts'] as Date))).toEqual([+startsAt, +startsAt])
  })

  test('pressing twice moves once', async () => {
    const { provider, patient, visitId } = await aBooking()
    const hold = await holdMove(as(patient), { visitId, providerId: provider.id, startsAt: slot('11-25T16:00') })
    if (wasRefused(hold)) throw new Error(hold.refused)
    const both = await Promise.all([1, 2].map(() => confirmMove(as(patient), { visitId, holdId: hold.id })))
    expect(both).toEqual([{ visitId }, { visitId }])
    expect(await database.owner`select id from mails where person_id = ${patient.id}`).toHaveLength(1)
  })

  test('of two patients who move to one time at once, one moves and the other keeps the old time', async () => {
    const { provider, patient, visitId } = await aBooking()
    const other = await aPerson(database)
    const second = await aVisit(database, { patient: other, provider, startsAt: slot('11-24T16:00') })
    const target = { providerId: provider.id, startsAt: slot('11-25T16:00') }
    const results = await Promise.all([
      holdMove(as(patient), { visitId, ...target }),
      holdMove(as(other), { visitId: second.id, ...target }),
    ])
    expect(results.filter((one) => wasRefused(one))).toMatchObject([{ refused: 'taken' }])
    expect(await live(visitId)).toHaveLength(2)
    expect(await live(second.id)).toHaveLength(2)
  })

  test('a stranger, a begun visit and a time outside the hours are refused', async () => {
    const { provider, patient, visitId, startsAt } = await aBooking()
    const stranger = await aPerson(database)
    const wish = { visitId, providerId: provider.id, startsAt: slot('11-25T16:00') }
    expect(await holdMove(as(stranger), wish)).toMatchObject({ refused: 'missing' })
    expect(await holdMove(as(patient, startsAt), wish)).toMatchObject({ refused: 'tooLate' })
    expect(await holdMove(as(patient), { ...wish, startsAt: slot('11-26T03:00') })).toMatchObject({
      refused: 'notOffered',
    })
  })
})

async function aFollowUp() {
  const { patient, provider, followUpId } = await aProcedure(database)
  return { patient, provider, visitId: followUpId }
}

describe('a follow-up', () => {
  test('moves only within 12 to 16 days of its procedure and stays with its provider', async () => {
    const { provider, patient, visitId } = await aFollowUp()
    const other = await aPerson(database, { role: 'provider' })
    await aClinic(database, other)
    const move = await readMove(as(patient), { visitId })
    if (wasRefused(move)) throw new Error(move.refused)
    expect(new Set(move.offer.times.map((time) => time.providerId))).toEqual(new Set([provider.id]))
    const days = [...new Set(move.offer.times.map((time) => dayOf(time.from, 'America/Chicago')))]
    expect(days).toEqual(['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24'])
    const early = { visitId, providerId: provider.id, startsAt: slot('12-18T15:00') }
    expect(await holdMove(as(patient), early)).toMatchObject({ refused: 'notOffered' })
    expect(await moved(patient, visitId, provider.id, slot('12-23T15:00'))).toEqual({ visitId })
  })

  test('is not cancelled by the patient: it belongs to its procedure', async () => {
    const { patient, visitId } = await aFollowUp()
    expect(await cancelVisit(as(patient), { visitId })).toMatchObject({ refused: 'followUp' })
  })
})

describe('a reminder', () => {
  const remind = (visitId: string, startsAt: Date, now = testNow) =>
    remindVisit(as(systemActor, now), { visitId, startsAt: startsAt.toISOString() })

  test('says a time and a link and nothing else', async () => {
    const { provider, patient, visitId, startsAt } = await aBooking()
    expect(await remind(visitId, startsAt)).toEqual({ sent: true })
    const [mail] = await database.owner`select subject, body from mails where person_id = ${patient.id}`
    expect(mail?.['subject']).toBe('Your appointment is coming up')
    expect(mail?.['body']).toContain('Tue, Nov 24 · 9:00 AM CT')
    expect(mail?.['body']).not.toContain(provider.name)
  })

  test('is silent when the visit has moved, was cancelled or has begun', async () => {
    const { provider, patient, visitId, startsAt } = await aBooking()
    await moved(patient, visitId, provider.id, slot('11-25T16:00'))
    expect(await remind(visitId, startsAt)).toEqual({ sent: false })
    expect(await remind(visitId, slot('11-25T16:00'), slot('11-25T16:00'))).toEqual({ sent: false })
    await cancelVisit(as(patient), { visitId })
    expect(await remind(visitId, slot('11-25T16:00'))).toEqual({ sent: false })
    expect(await remind(randomUUID(), startsAt)).toEqual({ sent: false })
  })
})
