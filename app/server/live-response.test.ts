import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { announce } from '@db/announce'
import type { Topic } from '@db/announce'
import { aPerson } from '@db/factories/a-person'
import { openSession, endSessionsOf } from '@db/sessions'
import { testDatabase } from '@db/test/database'
import { withTx } from '@db/tx'
import { systemActor, visitorActor } from '~/domain/people/actor'
import type { Role } from '~/domain/people/actor'
import { LiveHub } from './live-hub'
import { liveResponse } from './live-response.server'
import type { LoadContext } from './load-context'
import { createLog } from './log'
import { sessionCookie } from './session-cookie'

const database = testDatabase()
const log = createLog('silent')
let hub: LiveHub
let otherHub: LiveHub
const leave: AbortController[] = []

beforeEach(() => {
  hub = new LiveHub(database.app, log)
  otherHub = new LiveHub(database.app, log)
})
afterEach(() => {
  for (const controller of leave.splice(0)) controller.abort()
  hub.close()
  otherHub.close()
})

const tell = (topic: Topic, change: { patientId?: string; visitId?: string } = {}) =>
  withTx(database.app, systemActor, (tx) => announce(tx, { topic, ...change }))
const newest = async () => Number((await database.owner`select coalesce(max(id), 0) as id from live_events`)[0]?.['id'])

async function listen(
  role: Role,
  wish: { lastEventId?: number; after?: number; through?: LiveHub; personId?: string } = {},
) {
  const person = wish.personId ? { id: wish.personId } : await aPerson(database, { role })
  const token = await withTx(database.app, visitorActor, (tx) =>
    openSession(tx, { personId: person.id, role, secondFactor: false }),
  )
  const controller = new AbortController()
  leave.push(controller)
  const context: Partial<LoadContext> = {
    services: { database: database.app, live: wish.through ?? hub, mode: 'test', log } as LoadContext['services'],
    cookies: { read: (name) => (name === sessionCookie ? token : null), set: () => {}, clear: () => {} },
    closed: controller.signal,
    background: true,
    requestId: 'test',
  }
  const headers: Record<string, string> =
    wish.lastEventId === undefined ? {} : { 'last-event-id': String(wish.lastEventId) }
  const query = wish.after === undefined ? '' : `?after=${wish.after}`
  const request = new Request(`http://clinic.test/live${query}`, { headers })
  const response = await liveResponse({ request, params: {}, context } as unknown as LoaderFunctionArgs)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  /** Reads on until the stream holds this text or ends. */
  const until = async (wanted: string) => {
    while (!text.includes(wanted)) {
      const part = await reader?.read()
      if (!part || part.done) return `${text}<end>`
      text += part.value
    }
    return text
  }
  return { person, response, until, controller, cancel: () => reader?.cancel() }
}

test('a stream begins with a snapshot and tells changes by topic', async () => {
  const { person, response, until } = await listen('patient')
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  await until('event: snapshot')
  await tell('visit', { patientId: person.id, visitId: randomUUID() })
  const heard = await until('event: change')
  expect(heard).toContain(`id: ${await newest()}\nevent: change\ndata: {"topic":"visit"}\n\n`)
})

test('a patient hears nothing of anybody else', async () => {
  const { person, until } = await listen('patient')
  await until('event: snapshot')
  await tell('visit', { patientId: randomUUID(), visitId: randomUUID() })
  await tell('case', {})
  await tell('diary', { patientId: person.id })
  const heard = await until('diary')
  expect(heard.match(/event: change/g)).toHaveLength(1)
})

test('staff hear of every visit, with its id; an admin of people only', async () => {
  const provider = await listen('provider')
  const admin = await listen('admin')
  await provider.until('event: snapshot')
  await admin.until('event: snapshot')
  const visitId = randomUUID()
  await tell('visit', { patientId: randomUUID(), visitId })
  await tell('people')
  expect(await provider.until('people')).toContain(`{"topic":"visit","visitId":"${visitId}"}`)
  expect(await admin.until('people')).not.toContain(visitId)
})

test('another instance on the same database tells its listeners too', async () => {
  const here = await listen('scheduler')
  const there = await listen('scheduler', { through: otherHub })
  await here.until('event: snapshot')
  await there.until('event: snapshot')
  await tell('case')
  expect(await here.until('"case"')).toContain('"case"')
  expect(await there.until('"case"')).toContain('"case"')
})

test('after a break nothing is lost: the browser names its last event, a page the newest it knew', async () => {
  await database.owner`delete from live_events`
  await tell('case')
  await database.owner`update live_events set at = at - interval '1 hour'`
  const last = await newest()
  await tell('urgent')
  await database.owner`update live_events set at = at - interval '30 minutes' where id > ${last}`
  for (const wish of [{ lastEventId: last }, { after: last }]) {
    const { until } = await listen('scheduler', wish)
    const heard = await until('"urgent"')
    expect(heard).not.toContain('"case"')
  }
})

test('an event that took its number early and commits late is heard', async () => {
  const { until } = await listen('scheduler')
  await until('event: snapshot')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let begun = () => {}
  const started = new Promise<void>((resolve) => {
    begun = resolve
  })
  const late = withTx(database.app, systemActor, async (tx) => {
    await announce(tx, { topic: 'intake' })
    begun()
    await held
  })
  await started
  await tell('note')
  await until('"note"')
  release()
  await late
  expect(await until('"intake"')).toContain('"intake"')
})

test('nobody signed in gets no stream', async () => {
  const context = {
    services: { database: database.app, live: hub, mode: 'test', log },
    cookies: { read: () => null, set: () => {}, clear: () => {} },
  }
  const request = new Request('http://clinic.test/live')
  const response = await liveResponse({ request, params: {}, context } as unknown as LoaderFunctionArgs)
  expect(response.status).toBe(401)
})

test('a stream is over when the session ends, the person is disabled or the role changes', async () => {
  const ends = [
    (id: string) => withTx(database.app, systemActor, (tx) => endSessionsOf(tx, id)),
    async (id: string) => {
      await database.owner`update people set disabled_at = now() where id = ${id}`
      await tell('session', { patientId: id })
    },
    async (id: string) => {
      await database.owner`update people set role = 'admin' where id = ${id}`
      await tell('session', { patientId: id })
    },
  ]
  for (const end of ends) {
    const { person, until } = await listen('scheduler')
    await until('event: snapshot')
    await end(person.id)
    expect(await until('never')).toMatch(/event: over\ndata: \{\}\n\n<end>$/)
  }
})

test('listening does not keep a session alive', async () => {
  const { person, until } = await listen('provider')
  await until('event: snapshot')
  await database.owner`update sessions set last_seen_at = now() - interval '16 minutes' where person_id = ${person.id}`
  await tell('session', { patientId: person.id })
  expect(await until('never')).toMatch(/<end>$/)
  const [row] =
    await database.owner`select last_seen_at < now() - interval '15 minutes' as idle from sessions where person_id = ${person.id}`
  expect(row?.['idle']).toBe(true)
})

test('one person has a limited number of streams: the oldest gives way', async () => {
  const first = await listen('scheduler')
  await first.until('event: snapshot')
  for (let count = 0; count < 12; count += 1) {
    const next = await listen('scheduler', { personId: first.person.id })
    await next.until('event: snapshot')
  }
  expect(await first.until('never')).toMatch(/<end>$/)
})

test('when the process drains every stream ends', async () => {
  const { until } = await listen('scheduler')
  await until('event: snapshot')
  hub.close()
  expect(await until('never')).toMatch(/<end>$/)
})

test('a stream asked for while the process drains ends at once', async () => {
  hub.close()
  const { until } = await listen('scheduler')
  expect(await until('never')).toBe('<end>')
})

test('a reader who goes away ends it quietly: nothing is written after, nothing is thrown', async () => {
  const { until, cancel, controller } = await listen('scheduler')
  await until('event: snapshot')
  await expect(cancel()).resolves.toBeUndefined()
  await tell('case')
  controller.abort()
  const { until: next } = await listen('scheduler')
  await next('event: snapshot')
  await tell('note')
  expect(await next('"note"')).toContain('"note"')
})

test('when what was missed cannot be read the stream ends and the browser asks again', async () => {
  await database.owner`alter table live_events rename to live_events_away`
  try {
    const { until } = await listen('scheduler')
    expect(await until('never')).toMatch(/event: snapshot\ndata: \{\}\n\n<end>$/)
  } finally {
    await database.owner`alter table live_events_away rename to live_events`
  }
})
