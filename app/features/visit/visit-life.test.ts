import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { anArrival } from '@db/factories/an-arrival'
import { aVisit } from '@db/factories/a-visit'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { fakeMedia } from '@db/test/fake-media'
import type { Actor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import type { ArrivalForm } from '~/domain/visit/arrival'
import { roomName } from '~/domain/visit/room-name'
import { admit } from './admit.server'
import { arrive } from './arrive.server'
import { closeRoom } from './close-room.server'
import { comeBack } from './come-back.server'
import { endVisit } from './end-visit.server'
import { leaveWaiting } from './leave-waiting.server'
import { mintTicket } from './mint-ticket.server'
import { missVisit } from './miss-visit.server'
import { readCareVisit } from './read-care-visit.server'
import { readStage } from './read-stage.server'
import { stepAway } from './step-away.server'
import { toPhone } from './to-phone.server'
import { toVideo } from './to-video.server'

const database = testDatabase()
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000)

async function scene(licences = ['MN'], startsAt = testNow) {
  const patient = await aPerson(database)
  const provider = await aPerson(database, { role: 'provider', licences, name: 'Dr. Nora Exemplar' })
  const visit = await aVisit(database, { patient, provider, startsAt })
  const media = fakeMedia()
  const as = (actor: Actor, now = testNow) => testContext(database, actor, { media, now })
  const come = (form: Partial<ArrivalForm> = {}, now = testNow) =>
    arrive(as(patient, now), { visitId: visit.id, form: anArrival(form), camera: 'works', microphone: 'works' })
  return { patient, provider, visit, media, as, come, room: roomName(visit.id, 1) }
}

const code = (result: unknown) => (wasRefused(result) ? (result as { refused: string }).refused : 'ok')
const stateOf = async (visitId: string) =>
  (await database.owner`select state from visits where id = ${visitId}`)[0]?.['state']
const audited = async (visitId: string) =>
  (await database.owner`select did from audit_rows where thing_id = ${visitId} order by id`).map((row) => row['did'])

test('a visit runs from the door to its end, with an audit row for every step', async () => {
  const { patient, provider, visit, media, as, come, room } = await scene()
  expect(code(await come())).toBe('ok')
  expect(await stateOf(visit.id)).toBe('waiting')
  expect(await admit(as(provider), { visitId: visit.id })).toEqual({ visitId: visit.id, video: 'ready' })
  expect(media.rooms.has(room)).toBe(true)
  const tickets = [
    await mintTicket(as(patient), { visitId: visit.id }),
    await mintTicket(as(provider), { visitId: visit.id }),
  ]
  const seats = tickets.map((ticket) => (wasRefused(ticket) ? null : JSON.parse(ticket.token)))
  expect(seats).toEqual([
    { room, identity: patient.id, sources: ['camera', 'microphone'] },
    { room, identity: provider.id, sources: ['camera', 'microphone', 'screen_share'] },
  ])
  expect(await endVisit(as(provider, minutes(20)), { visitId: visit.id })).toEqual({
    visitId: visit.id,
    roomClosed: true,
  })
  expect(media.rooms.has(room)).toBe(false)
  expect(await audited(visit.id)).toEqual(['visit.arrive', 'visit.admit', 'visit.ticket', 'visit.ticket', 'visit.end'])
  const [live] =
    await database.owner`select count(*)::int as n from admissions where visit_id = ${visit.id} and ended_at is null`
  expect(live?.['n']).toBe(0)
})

test('the doors open fifteen minutes before the start', async () => {
  const { come, visit } = await scene(['MN'], minutes(30))
  expect(code(await come({}, minutes(14)))).toBe('early')
  expect(await stateOf(visit.id)).toBe('booked')
  expect(code(await come({}, minutes(15)))).toBe('ok')
})

test('a patient comes without camera or microphone', async () => {
  const { patient, visit, as } = await scene()
  const wish = { visitId: visit.id, form: anArrival(), camera: 'none', microphone: 'none' } as const
  expect(code(await arrive(as(patient), wish))).toBe('ok')
})

test('nobody but the patient arrives, steps away or leaves', async () => {
  const { provider, visit, as, come } = await scene()
  const other = await aPerson(database)
  const wish = { visitId: visit.id, form: anArrival(), camera: 'works', microphone: 'works' } as const
  expect(code(await arrive(as(other), wish))).toBe('missing')
  expect(code(await arrive(as(provider), wish))).toBe('missing')
  await come()
  expect(code(await stepAway(as(other), { visitId: visit.id }))).toBe('missing')
  expect(code(await leaveWaiting(as(other), { visitId: visit.id }))).toBe('missing')
  expect(code(await readCareVisit(as(other), { visitId: visit.id }))).toBe('missing')
  expect(code(await readCareVisit(as(other), { visitId: 'no-id' }))).toBe('missing')
})

test('stepping away keeps the place; leaving gives it up and one may come again', async () => {
  const { patient, visit, as, come } = await scene()
  await come()
  await stepAway(as(patient, minutes(2)), { visitId: visit.id })
  const read = async () => {
    const seen = await readCareVisit(as(patient, minutes(3)), { visitId: visit.id })
    return wasRefused(seen) ? null : seen.waiting
  }
  expect(await read()).toMatchObject({ since: testNow, awaySince: minutes(2) })
  await comeBack(as(patient, minutes(3)), { visitId: visit.id })
  expect(await read()).toMatchObject({ since: testNow, awaySince: null })
  expect(code(await leaveWaiting(as(patient, minutes(4)), { visitId: visit.id }))).toBe('ok')
  expect(await stateOf(visit.id)).toBe('booked')
  expect(code(await come({}, minutes(5)))).toBe('ok')
  expect(await read()).toMatchObject({ since: minutes(5) })
})

test('answers given again while waiting replace the first and keep the place', async () => {
  const { patient, visit, as, come } = await scene()
  await come()
  await come({ address: '9 Other Street' }, minutes(4))
  const seen = await readCareVisit(as(patient, minutes(5)), { visitId: visit.id })
  expect(seen).toMatchObject({ arrival: { address: '9 Other Street, St. Paul' }, waiting: { since: testNow } })
})

test('without a licence where the patient is the room stays closed, unless a reason is given', async () => {
  const { patient, provider, visit, media, as, come, room } = await scene(['MN', 'IA'])
  await come({ state: 'WI' })
  expect(await admit(as(provider), { visitId: visit.id })).toMatchObject({ refused: 'unlicensed' })
  expect(await stateOf(visit.id)).toBe('waiting')
  expect(media.rooms.has(room)).toBe(false)
  const override = { kind: 'follow_up_of_care', reason: 'Care began in Minnesota' } as const
  expect(code(await admit(as(provider), { visitId: visit.id, override }))).toBe('ok')
  expect(await audited(visit.id)).toContain('visit.override_licence')
  expect(code(await mintTicket(as(patient), { visitId: visit.id }))).toBe('ok')
  expect(await readStage(as(provider), { visitId: visit.id })).toMatchObject({
    licence: 'overridden',
    licences: ['MN', 'IA'],
  })
})

test('a licence that ran out yesterday is none', async () => {
  const { provider, visit, as, come } = await scene()
  await database.owner`update provider_licences set valid_until = '2026-11-22' where provider_id = ${provider.id}`
  await come()
  expect(code(await admit(as(provider), { visitId: visit.id }))).toBe('unlicensed')
})

test('only the clinician of the visit admits and ends it, and only who waits is admitted', async () => {
  const { patient, provider, visit, as, come } = await scene()
  const colleague = await aPerson(database, { role: 'provider' })
  expect(code(await admit(as(provider), { visitId: visit.id }))).toBe('not_waiting')
  await come()
  expect(code(await admit(as(colleague), { visitId: visit.id }))).toBe('not_yours')
  expect(code(await admit(as(patient), { visitId: visit.id }))).toBe('not_yours')
  expect(code(await endVisit(as(provider), { visitId: visit.id }))).toBe('not_running')
  expect(code(await admit(as(provider), { visitId: visit.id }))).toBe('ok')
  expect(code(await admit(as(provider), { visitId: visit.id }))).toBe('ok')
  expect(code(await endVisit(as(colleague), { visitId: visit.id }))).toBe('not_yours')
  expect(code(await endVisit(as(patient), { visitId: visit.id }))).toBe('not_yours')
})

test('no ticket before admission, for strangers, or after the end', async () => {
  const { patient, provider, visit, as, come } = await scene()
  const stranger = await aPerson(database)
  const colleague = await aPerson(database, { role: 'provider' })
  const ask = async (actor: Actor) => code(await mintTicket(as(actor), { visitId: visit.id }))
  expect(await ask(patient)).toBe('not_admitted')
  await come()
  expect(await ask(patient)).toBe('not_admitted')
  expect(await ask(provider)).toBe('not_admitted')
  await admit(as(provider), { visitId: visit.id })
  expect(await ask(patient)).toBe('ok')
  expect(await ask(stranger)).toBe('missing')
  expect(await ask(colleague)).toBe('not_admitted')
  expect(code(await mintTicket(as(patient), { visitId: randomUUID() }))).toBe('missing')
  expect(code(await mintTicket(as(patient), { visitId: '../x' }))).toBe('missing')
  await endVisit(as(provider), { visitId: visit.id })
  expect(await ask(patient)).toBe('over')
  expect(await ask(provider)).toBe('over')
  const [minted] = await database.owner`select count(*)::int as n from media_tokens where visit_id = ${visit.id}`
  expect(minted?.['n']).toBe(1)
})

test('the database itself refuses a ticket whose holder is not admitted or whose provider is not licensed', async () => {
  const { patient, provider, visit, as, come } = await scene()
  const row = (identity: string) => database.owner`
    insert into media_tokens (visit_id, patient_id, identity, minted_at, expires_at)
    values (${visit.id}, ${patient.id}, ${identity}, ${testNow}, ${minutes(3)})`
  await expect(row(patient.id)).rejects.toThrow(/not admitted now/)
  await come()
  await admit(as(provider), { visitId: visit.id })
  await expect(row(randomUUID())).rejects.toThrow(/not admitted now/)
  await database.owner`delete from provider_licences where provider_id = ${provider.id}`
  await expect(row(patient.id)).rejects.toThrow(/not licensed/)
  expect(code(await mintTicket(as(patient), { visitId: visit.id }))).toBe('not_admitted')
})

test('tickets are counted', async () => {
  const { patient, provider, visit, as, come } = await scene()
  await come()
  await admit(as(provider), { visitId: visit.id })
  const asked: string[] = []
  for (let turn = 0; turn < 21; turn += 1) asked.push(code(await mintTicket(as(patient), { visitId: visit.id })))
  expect(asked.filter((answer) => answer === 'ok')).toHaveLength(20)
  expect(asked.at(-1)).toBe('too_many')
})

test('a media server that does not answer stops neither admission nor the end', async () => {
  const { patient, provider, visit, media, as, come } = await scene()
  media.silent = true
  await come()
  expect(await admit(as(provider), { visitId: visit.id })).toMatchObject({ video: 'unreachable' })
  expect(await stateOf(visit.id)).toBe('in_visit')
  expect(code(await mintTicket(as(patient), { visitId: visit.id }))).toBe('unreachable')
  expect(code(await toPhone(as(patient), { visitId: visit.id }))).toBe('ok')
  expect(await endVisit(as(provider), { visitId: visit.id })).toMatchObject({ roomClosed: false })
  expect(await stateOf(visit.id)).toBe('ended')
})

test('without a media server the visit is there and by telephone', async () => {
  const { patient, provider, visit, come } = await scene()
  await come()
  const withoutMedia = (actor: Actor) => testContext(database, actor)
  expect(await admit(withoutMedia(provider), { visitId: visit.id })).toMatchObject({ video: 'none' })
  expect(code(await mintTicket(withoutMedia(patient), { visitId: visit.id }))).toBe('no_media')
  expect(await readCareVisit(withoutMedia(patient), { visitId: visit.id })).toMatchObject({
    state: 'in_visit',
    mediaUrl: null,
  })
})

test('to the phone and back, by either side', async () => {
  const { patient, provider, visit, as, come } = await scene()
  await come()
  expect(code(await toPhone(as(patient), { visitId: visit.id }))).toBe('not_running')
  await admit(as(provider), { visitId: visit.id })
  const line = async () => {
    const stage = await readStage(as(provider), { visitId: visit.id })
    return wasRefused(stage) ? null : stage.line
  }
  expect(await line()).toBe('video')
  await toPhone(as(patient, minutes(1)), { visitId: visit.id })
  await toPhone(as(provider, minutes(2)), { visitId: visit.id })
  expect(await line()).toBe('phone')
  await toVideo(as(provider, minutes(3)), { visitId: visit.id })
  expect(await line()).toBe('video')
  expect((await audited(visit.id)).filter((did) => did === 'visit.to_phone')).toHaveLength(1)
})

test('a visit nobody came to is missed; one that moved, or whose patient came, is not', async () => {
  const planned = testNow.toISOString()
  const { visit, as, come } = await scene()
  const system = testContext(database).actor
  const miss = async (now: Date, startsAt = planned) =>
    code(await missVisit(as(system, now), { visitId: visit.id, startsAt }))
  expect(await miss(minutes(19))).toBe('early')
  expect(await miss(minutes(20), minutes(60).toISOString())).toBe('moved')
  await come()
  expect(await miss(minutes(20))).toBe('came')
  const other = await scene()
  expect(code(await missVisit(other.as(system, minutes(20)), { visitId: other.visit.id, startsAt: planned }))).toBe(
    'ok',
  )
  expect(await stateOf(other.visit.id)).toBe('no_show')
  const kept =
    await database.owner`select id from allocations where visit_id = ${other.visit.id} and released_at is null`
  expect(kept).toHaveLength(0)
})

test('a room in use is not closed, a left one is', async () => {
  const { provider, visit, media, as, come, room } = await scene()
  const system = testContext(database).actor
  await come()
  await admit(as(provider), { visitId: visit.id })
  expect(code(await closeRoom(as(system), { visitId: visit.id, room }))).toBe('in_use')
  await endVisit(as(provider), { visitId: visit.id })
  await media.openRoom(room)
  expect(code(await closeRoom(as(system), { visitId: visit.id, room }))).toBe('ok')
  expect(media.rooms.has(room)).toBe(false)
})

test('the line before a patient is counted without naming anybody', async () => {
  const { patient, provider, visit, as, come } = await scene(['MN'], minutes(60))
  const first = await aPerson(database)
  const earlier = await aVisit(database, { patient: first, provider, startsAt: testNow })
  await come({}, minutes(45))
  await arrive(as(first, minutes(1)), { visitId: earlier.id, form: anArrival(), camera: 'works', microphone: 'works' })
  const line = async () => {
    const seen = await readCareVisit(as(patient, minutes(46)), { visitId: visit.id })
    return wasRefused(seen) ? null : seen.waiting?.line
  }
  expect(await line()).toEqual({ ahead: 1, busySince: null, busyPlannedMinutes: null, typicalMinutes: null })
  await admit(as(provider, minutes(2)), { visitId: earlier.id })
  expect(await line()).toEqual({ ahead: 0, busySince: minutes(2), busyPlannedMinutes: 30, typicalMinutes: null })
  await endVisit(as(provider, minutes(42)), { visitId: earlier.id })
  expect(await line()).toEqual({ ahead: 0, busySince: null, busyPlannedMinutes: null, typicalMinutes: 40 })
})

test('admission and the end are told to open pages, by ids only', async () => {
  const { provider, patient, visit, as, come } = await scene()
  await come()
  await admit(as(provider), { visitId: visit.id })
  await endVisit(as(provider), { visitId: visit.id })
  const told = await database.owner`select topic, patient_id, visit_id from live_events where visit_id = ${visit.id}`
  expect(told.map((row) => ({ ...row }))).toEqual(
    Array.from({ length: 3 }, () => ({ topic: 'visit', patient_id: patient.id, visit_id: visit.id })),
  )
})
