import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { anArrival } from '@db/factories/an-arrival'
import { aVisit } from '@db/factories/a-visit'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { fakeMedia } from '@db/test/fake-media'
import type { MediaEvent } from '~/adapters/livekit.server'
import { systemActor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { roomName } from '~/domain/visit/room-name'
import { admit } from './admit.server'
import { arrive } from './arrive.server'
import { endVisit } from './end-visit.server'
import { readVisitTime } from './read-visit-time.server'
import { reconcilePresence } from './reconcile-presence.server'
import { takeMediaEvent } from './take-media-event.server'
import { toPhone } from './to-phone.server'
import { toVideo } from './to-video.server'

const database = testDatabase()
const after = (seconds: number) => new Date(testNow.getTime() + seconds * 1000)

async function running() {
  const patient = await aPerson(database)
  const provider = await aPerson(database, { role: 'provider' })
  const visit = await aVisit(database, { patient, provider })
  const media = fakeMedia()
  const as = (actor = systemActor as typeof patient | typeof systemActor, seconds = 0) =>
    testContext(database, actor, { media, now: after(seconds) })
  await arrive(as(patient), { visitId: visit.id, form: anArrival(), camera: 'works', microphone: 'works' })
  await admit(as(provider), { visitId: visit.id })
  const room = roomName(visit.id, 1)
  const sidOf = (name: string) => `${name}.${visit.id}`
  const event = (
    name: string,
    sid: string,
    identity: string,
    at: number,
    joinedAt = at,
    id = `EV_${randomUUID()}`,
  ): MediaEvent => ({
    id,
    event: name,
    room,
    participant: { sid: sidOf(sid), identity, joinedAt: after(joinedAt) },
    at: after(at),
  })
  const tell = (told: MediaEvent) => takeMediaEvent(as(systemActor), told)
  const stays = async () =>
    (
      await database.owner`select participant_sid as sid, joined_at, left_at, source from presences where visit_id = ${visit.id} order by joined_at`
    ).map((row) => ({ ...row, sid: String(row['sid']).split('.')[0] }))
  return { patient, provider, visit, media, as, room, event, tell, stays, sidOf }
}

test('an event is taken once, however often it is told', async () => {
  const { patient, event, tell, stays } = await running()
  const joined = event('participant_joined', 'PA_1', patient.id, 5)
  expect(await Promise.all([tell(joined), tell(joined), tell(joined)])).toContainEqual({ taken: true })
  expect(await tell(joined)).toEqual({ taken: false })
  expect(await stays()).toEqual([{ sid: 'PA_1', joined_at: after(5), left_at: null, source: 'webhook' }])
})

test('left before joined gives the same stay as joined before left', async () => {
  const { patient, provider, event, tell, stays } = await running()
  await tell(event('participant_left', 'PA_1', patient.id, 90, 5))
  await tell(event('participant_joined', 'PA_1', patient.id, 5))
  await tell(event('participant_joined', 'PA_2', provider.id, 7))
  await tell(event('participant_left', 'PA_2', provider.id, 80, 7))
  expect(await stays()).toEqual([
    { sid: 'PA_1', joined_at: after(5), left_at: after(90), source: 'webhook' },
    { sid: 'PA_2', joined_at: after(7), left_at: after(80), source: 'webhook' },
  ])
})

test('a connection that comes back is a new stay, and only the overlap of both sides counts', async () => {
  const { patient, provider, visit, as, event, tell } = await running()
  await tell(event('participant_joined', 'PA_p', provider.id, 0))
  await tell(event('participant_joined', 'PA_1', patient.id, 60))
  await tell(event('participant_left', 'PA_1', patient.id, 300, 60))
  await tell(event('participant_joined', 'PA_2', patient.id, 330))
  await tell(event('participant_left', 'PA_2', patient.id, 660, 330))
  await tell(event('participant_left', 'PA_p', provider.id, 720, 0))
  await endVisit(as(provider, 720), { visitId: visit.id })
  expect(await readVisitTime(as(provider, 800), { visitId: visit.id })).toMatchObject({
    seconds: 600,
    minutes: 10,
    source: 'measured',
  })
})

test('whoever is not admitted is put out and leaves no stay', async () => {
  const { media, room, event, tell, stays } = await running()
  const stranger = randomUUID()
  await tell(event('participant_joined', 'PA_x', stranger, 5))
  await tell(event('participant_joined', 'PA_y', 'not-an-id', 5))
  expect(media.putOut).toEqual([`${room} ${stranger}`, `${room} not-an-id`])
  expect(await stays()).toEqual([])
})

test('a room of an ended visit is closed again', async () => {
  const { patient, provider, visit, media, as, room, event, tell } = await running()
  await endVisit(as(provider, 60), { visitId: visit.id })
  await media.openRoom(room)
  await tell(event('participant_joined', 'PA_1', patient.id, 61))
  expect(media.rooms.has(room)).toBe(false)
})

test('rooms of nobody and unknown events are known and ignored', async () => {
  const { event, tell, patient, stays } = await running()
  expect(await tell({ id: 'EV_a', event: 'room_started', room: 'precheck-1', participant: null, at: testNow })).toEqual(
    { taken: true },
  )
  expect(
    await tell({ id: 'EV_b', event: 'room_started', room: roomName(randomUUID(), 1), participant: null, at: testNow }),
  ).toEqual({ taken: true })
  expect(await tell({ ...event('track_published', 'PA_1', patient.id, 3), id: 'EV_c' })).toEqual({ taken: true })
  expect(await tell({ ...event('participant_connection_aborted', 'PA_1', patient.id, 3), room: null })).toEqual({
    taken: true,
  })
  expect(await stays()).toEqual([])
})

test('the end of the room closes every stay of it', async () => {
  const { patient, room, event, tell, stays } = await running()
  await tell(event('participant_joined', 'PA_1', patient.id, 5))
  await tell({ id: `EV_${randomUUID()}`, event: 'room_finished', room, participant: null, at: after(40) })
  expect(await stays()).toMatchObject([{ sid: 'PA_1', left_at: after(40) }])
})

test('times of the media server are moved onto the clinic’s clock', async () => {
  const { patient, event, tell, stays } = await running()
  await database.owner`insert into clinic_clock (id, ahead_seconds) values (1, 3600) on conflict (id) do update set ahead_seconds = 3600`
  await tell(event('participant_joined', 'PA_1', patient.id, 5))
  await database.owner`update clinic_clock set ahead_seconds = 0`
  expect(await stays()).toMatchObject([{ joined_at: after(3605) }])
})

test('reconciling adds who is missing and closes who was absent twice', async () => {
  const { patient, provider, visit, media, as, room, event, tell, stays, sidOf } = await running()
  await tell(event('participant_joined', 'PA_gone', patient.id, 5))
  media.rooms.set(room, [{ sid: sidOf('PA_new'), identity: provider.id, joinedAt: after(10) }])
  await reconcilePresence(as(systemActor, 45), { visitId: visit.id })
  expect(await stays()).toEqual([
    { sid: 'PA_gone', joined_at: after(5), left_at: null, source: 'webhook' },
    { sid: 'PA_new', joined_at: after(10), left_at: null, source: 'reconciled' },
  ])
  await reconcilePresence(as(systemActor, 90), { visitId: visit.id })
  expect(await stays()).toMatchObject([
    { sid: 'PA_gone', left_at: after(90), source: 'reconciled' },
    { sid: 'PA_new', left_at: null },
  ])
  await tell(event('participant_left', 'PA_gone', patient.id, 61, 5))
  expect(await stays()).toMatchObject([{ sid: 'PA_gone', left_at: after(61), source: 'webhook' }, {}])
})

test('one absence is forgiven, a silent media server proves nothing', async () => {
  const { patient, visit, media, as, room, event, tell, stays, sidOf } = await running()
  await tell(event('participant_joined', 'PA_1', patient.id, 5))
  const there = [{ sid: sidOf('PA_1'), identity: patient.id, joinedAt: after(5) }]
  const check = (seconds: number) => reconcilePresence(as(systemActor, seconds), { visitId: visit.id })
  await check(45)
  media.silent = true
  await check(90)
  media.silent = false
  media.rooms.set(room, there)
  await check(135)
  media.rooms.set(room, [])
  await check(180)
  expect(await stays()).toMatchObject([{ left_at: null }])
})

test('with a silent media server the telephone and the end of the visit end every stay', async () => {
  const { patient, provider, visit, media, as, event, tell, stays } = await running()
  await tell(event('participant_joined', 'PA_1', patient.id, 5))
  media.silent = true
  await reconcilePresence(as(systemActor, 45), { visitId: visit.id })
  expect(await stays()).toMatchObject([{ left_at: null }])
  await toPhone(as(patient, 120), { visitId: visit.id })
  await reconcilePresence(as(systemActor, 165), { visitId: visit.id })
  expect(await stays()).toMatchObject([{ left_at: after(120), source: 'reconciled' }])
  await toVideo(as(patient, 180), { visitId: visit.id })
  await tell(event('participant_joined', 'PA_2', provider.id, 185))
  await endVisit(as(provider, 300), { visitId: visit.id })
  await reconcilePresence(as(systemActor, 310), { visitId: visit.id })
  expect(await stays()).toMatchObject([{}, { left_at: after(300), source: 'reconciled' }])
})

test('when the room is gone every stay is closed, at the end of the visit at the latest', async () => {
  const { patient, provider, visit, as, event, tell, stays } = await running()
  await tell(event('participant_joined', 'PA_1', patient.id, 5))
  await endVisit(as(provider, 600), { visitId: visit.id })
  await reconcilePresence(as(systemActor, 640), { visitId: visit.id })
  expect(await stays()).toMatchObject([{ left_at: after(600), source: 'reconciled' }])
  expect(await readVisitTime(as(provider, 700), { visitId: visit.id })).toMatchObject({
    source: 'estimated',
    seconds: 0,
  })
})

test('reconciling puts strangers out and plans itself again while the visit runs', async () => {
  const { provider, visit, media, as, room } = await running()
  const stranger = randomUUID()
  media.rooms.set(room, [{ sid: 'PA_x', identity: stranger, joinedAt: after(1) }])
  const planned = async () =>
    (await database.owner`select run_at from graphile_worker.jobs where key = ${`presence:${visit.id}`}`).length
  await database.owner`delete from graphile_worker._private_jobs`
  expect(await reconcilePresence(as(systemActor, 45), { visitId: visit.id })).toEqual({ strangers: 1 })
  expect(media.putOut).toEqual([`${room} ${stranger}`])
  expect(await planned()).toBe(1)
  await endVisit(as(provider, 60), { visitId: visit.id })
  await database.owner`delete from graphile_worker._private_jobs`
  await reconcilePresence(as(systemActor, 70), { visitId: visit.id })
  expect(await planned()).toBe(0)
})

test('the time of a visit nobody joined by video has no source', async () => {
  const { provider, patient, visit, as } = await running()
  expect(await readVisitTime(as(provider), { visitId: visit.id })).toMatchObject({ source: 'none', seconds: 0 })
  expect(wasRefused(await readVisitTime(as(patient), { visitId: visit.id }))).toBe(true)
})
