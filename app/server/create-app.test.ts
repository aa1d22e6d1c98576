import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '@db/test/database'
import { createApp } from './create-app'
import { readEnv } from './env'
import { createLog } from './log'
import { openServices } from './services'
import type { Services } from './services'
import { ask } from './test/ask'
import { tinyBuild } from './test/tiny-build'

const database = testDatabase()
const origin = 'http://clinic.test'
const host = 'clinic.test'
let acted = 0
let server: Server
let proxied: Server
let services: Services

async function serve(trustProxy: string | undefined): Promise<Server> {
  const env = readEnv({
    ILIUM_MODE: 'test',
    DATABASE_URL: database.url,
    SESSION_SECRET: 'only for this test, only for this test',
    ORIGIN: origin,
    LOG_LEVEL: 'silent',
    TRUST_PROXY: trustProxy,
  })
  services = openServices(env, createLog(env.LOG_LEVEL), null)
  const build = tinyBuild({
    loader: () => new Response('read'),
    action: () => {
      acted += 1
      return new Response('acted')
    },
  })
  const app = createApp(env, services, { build, files: [], patternOf: () => '/thing' })
  const listening = createServer(app)
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve)
  })
  return listening
}

beforeAll(async () => {
  proxied = await serve('loopback')
  await services.database.close()
  server = await serve(undefined)
})
afterAll(async () => {
  server.close()
  proxied.close()
  await services.database.close()
})
beforeEach(() => {
  acted = 0
})

const post = (headers: Record<string, string>, path = '/thing', to = server) =>
  ask(to, { method: 'POST', path, headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...headers } })

test.each([
  ['nothing told', {}],
  ['a foreign origin', { origin: 'https://evil.test' }],
  ['no origin', { origin: 'null' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ['another site that names our origin', { 'sec-fetch-site': 'cross-site', origin }],
  ['a foreign origin that claims to be same', { 'sec-fetch-site': 'same-origin', origin: 'https://evil.test' }],
  ['a forwarded host that fits the foreign origin', { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' }],
])('a change from elsewhere is refused before the framework: %s', async (_name, headers: Record<string, string>) => {
  expect((await post(headers)).status).toBe(403)
  expect(acted).toBe(0)
})

test.each([
  ['its origin', { origin }],
  ['the same site', { 'sec-fetch-site': 'same-origin' }],
  ['the address bar', { 'sec-fetch-site': 'none' }],
  ['both', { 'sec-fetch-site': 'same-origin', origin }],
])('a change from our own page is let through: %s', async (_name, headers: Record<string, string>) => {
  const answer = await post(headers)
  expect([answer.status, answer.body, acted]).toEqual([200, 'acted', 1])
})

test('a `_data` request is refused, whatever it does', async () => {
  expect((await post({ origin }, '/thing?_data=thing')).status).toBe(400)
  expect((await ask(server, { path: '/thing?_data=thing', headers: { host } })).status).toBe(400)
  expect(acted).toBe(0)
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('%s is not a method here', async (method) => {
  const answer = await ask(server, { method, path: '/thing', headers: { host, origin } })
  expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST'])
  expect(acted).toBe(0)
})

test('only the configured host is served', async () => {
  expect((await ask(server, { path: '/thing', headers: { host: 'evil.test' } })).status).toBe(421)
  expect((await ask(server, { path: '/thing', headers: { host: `${host}:81` } })).status).toBe(421)
})

test('a forwarded host counts from a configured proxy only', async () => {
  const forwarded = { host: 'inner:3000', 'x-forwarded-host': host }
  expect((await ask(server, { path: '/thing', headers: forwarded })).status).toBe(421)
  expect((await ask(proxied, { path: '/thing', headers: forwarded })).status).toBe(200)
  const lie = { host, 'x-forwarded-host': 'evil.test' }
  expect((await ask(proxied, { path: '/thing', headers: lie })).status).toBe(421)
})

test('only the exact webhook path needs no origin', async () => {
  expect((await post({ host: 'inner' }, '/webhooks/livekit')).body).toBe('acted')
  expect((await ask(server, { path: '/webhooks/livekit', headers: { host: 'inner' } })).status).toBe(421)
  expect((await post({}, '/webhooks/livekit/')).status).toBe(403)
  expect((await post({}, '/webhooks/livekit.data')).status).toBe(403)
})

test('every answer carries the protective headers and is never stored', async () => {
  const read = await ask(server, { path: '/thing', headers: { host } })
  const refused = await post({})
  const missing = await ask(server, { path: '/__manifest?p=/a', headers: { host } })
  expect(missing.status).toBe(404)
  for (const { headers } of [read, refused, missing]) {
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}';/)
    expect(policy).toMatch(/style-src 'self' 'nonce-/)
    expect(policy).not.toContain('unsafe')
    for (const part of [
      "default-src 'self'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "base-uri 'none'",
      "object-src 'none'",
    ])
      expect(policy).toContain(part)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
  }
  const again = await ask(server, { path: '/thing', headers: { host } })
  expect(again.headers['content-security-policy']).not.toBe(read.headers['content-security-policy'])
})

test.each([
  ['/visits/1', '(self)'],
  ['/care/visits/1/room', '(self)'],
  ['/guest', '(self)'],
  ['/guest/token', '(self)'],
  ['/care', '()'],
  ['/guests', '()'],
  ['/', '()'],
])('camera and microphone on %s: %s', async (path, allowed) => {
  const { headers } = await ask(server, { path, headers: { host } })
  for (const feature of ['camera', 'microphone', 'display-capture', 'screen-wake-lock'])
    expect(headers['permissions-policy']).toContain(`${feature}=${allowed}`)
})

test('health is told without a host check, readiness with the database', async () => {
  expect(await ask(server, { path: '/healthz' })).toMatchObject({ status: 200, body: '{"status":"ok"}' })
  const ready = await ask(server, { path: '/readyz' })
  expect(JSON.parse(ready.body)).toMatchObject({ status: 'ready', database: true, migrations: true, media: 'none' })
})
