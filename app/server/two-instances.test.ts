import { createServer, request } from 'node:http'
import type { Server } from 'node:http'
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anArrival } from '@db/factories/an-arrival'
import { aPerson } from '@db/factories/a-person'
import { aVisit } from '@db/factories/a-visit'
import { testDatabase } from '@db/test/database'
import { hashPassword } from '~/adapters/password.server'
import type { Role } from '~/domain/people/actor'
import { arrive } from '~/features/visit/arrive.server'
import { setDisabled } from '~/features/admin/set-disabled.server'
import * as live from '~/routes/hooks/live'
import * as signInPage from '~/routes/auth/sign-in'
import * as signOutPage from '~/routes/auth/sign-out'
import { createApp } from './create-app'
import { readEnv } from './env'
import { createLog } from './log'
import { requireContext } from './require-context.server'
import { openServices } from './services'
import type { Services } from './services'
import { ask } from './test/ask'
import type { Answer } from './test/ask'
import { tinyBuild } from './test/tiny-build'

const database = testDatabase()
const origin = 'http://clinic.test'
const own = { host: 'clinic.test', 'sec-fetch-site': 'same-origin' }
const form = { ...own, 'content-type': 'application/x-www-form-urlencoded' }
const password = 'porch lemon kettle'
const within = { milliseconds: 2000 }

type Instance = { server: Server; services: Services }
let here: Instance
let there: Instance

/** Real sign-in, sign-out and stream of the portal, and three plain routes that call its verbs. */
function build(): ServerBuild {
  const tiny = tinyBuild({})
  const routes: Record<string, object> = {
    'sign-in': signInPage,
    'sign-out': signOutPage,
    live,
    who: { loader: async (args: LoaderFunctionArgs) => Response.json({ id: (await requireContext(args)).person.id }) },
    arrive: {
      action: async (args: ActionFunctionArgs) => {
        const context = await requireContext(args, 'patient')
        const visitId = String((await args.request.formData()).get('visitId'))
        return Response.json(
          await arrive(context, { visitId, form: anArrival(), camera: 'works', microphone: 'works' }),
        )
      },
    },
    disable: {
      action: async (args: ActionFunctionArgs) => {
        const context = await requireContext(args, 'admin')
        const personId = String((await args.request.formData()).get('personId'))
        return Response.json(await setDisabled(context, { personId, disabled: true }))
      },
    },
  }
  const added = Object.entries(routes).map(([path, module]) => [
    path,
    { id: path, path, parentId: 'root', module: { default: undefined, ...module } },
  ])
  return { ...tiny, routes: { root: tiny.routes['root'], ...Object.fromEntries(added) } } as ServerBuild
}

async function anInstance(): Promise<Instance> {
  const env = readEnv({
    ILIUM_MODE: 'test',
    DATABASE_URL: database.url,
    SESSION_SECRET: 'only for this test, only for this test',
    ORIGIN: origin,
    LOG_LEVEL: 'silent',
  })
  const services = openServices(env, createLog(env.LOG_LEVEL), null)
  const app = createApp(env, services, { build: build(), files: [], patternOf: () => '*' })
  const server = createServer(app)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { server, services }
}

beforeAll(async () => {
  ;[here, there] = [await anInstance(), await anInstance()]
})
afterAll(async () => {
  for (const { server, services } of [here, there]) {
    services.live.close()
    server.closeAllConnections()
    server.close()
    await services.database.close()
  }
})

async function member(role: Role) {
  const person = await aPerson(database, { role })
  await database.owner`insert into credentials (person_id, password_hash, changed_at) values (${person.id}, ${await hashPassword(password)}, now())`
  return person
}

const enter = (at: Instance, email: string, given = password) =>
  ask(at.server, {
    method: 'POST',
    path: '/sign-in',
    headers: form,
    body: new URLSearchParams({ email, password: given }).toString(),
  })

const cookieOf = (answer: Answer) =>
  (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')

async function signedIn(at: Instance, role: Role) {
  const person = await member(role)
  const answer = await enter(at, person.email)
  expect(answer.status).toBe(302)
  return { person, cookie: cookieOf(answer) }
}

const who = (at: Instance, cookie: string) => ask(at.server, { path: '/who', headers: { ...own, cookie } })
const post = (at: Instance, path: string, cookie: string, fields: Record<string, string> = {}) =>
  ask(at.server, { method: 'POST', path, headers: { ...form, cookie }, body: new URLSearchParams(fields).toString() })

/** An open stream of events: `until` settles when its text holds what is wanted, or when it ends. */
async function listen(at: Instance, cookie: string) {
  const address = at.server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen.')
  let text = ''
  let changed = () => {}
  const state = { ended: false }
  const sent = request(
    { port: address.port, host: '127.0.0.1', path: '/live', headers: { ...own, cookie } },
    (response) => {
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        changed()
      })
      response.on('close', () => {
        state.ended = true
        changed()
      })
    },
  )
  sent.on('error', () => changed())
  sent.end()
  const until = async (wanted: string) => {
    while (!text.includes(wanted) && !state.ended) await new Promise<void>((resolve) => (changed = resolve))
    return text
  }
  await until('event: snapshot')
  return { until, close: () => sent.destroy() }
}

test('a session that one instance opened is good at the other, and ends at both', async () => {
  const { person, cookie } = await signedIn(here, 'patient')
  for (const instance of [here, there])
    expect(JSON.parse((await who(instance, cookie)).body)).toEqual({ id: person.id })
  expect((await post(there, '/sign-out', cookie)).status).toBe(302)
  for (const instance of [here, there]) {
    const answer = await who(instance, cookie)
    expect([answer.status, answer.headers.location]).toEqual([302, '/sign-in?return=%2Fwho&away'])
  }
})

test('signing in again at the other instance ends the session that this browser had', async () => {
  const { person, cookie } = await signedIn(here, 'provider')
  const again = await ask(there.server, {
    method: 'POST',
    path: '/sign-in',
    headers: { ...form, cookie },
    body: new URLSearchParams({ email: person.email, password }).toString(),
  })
  expect((await who(here, cookie)).status).toBe(302)
  expect((await who(here, cookieOf(again))).status).toBe(200)
})

test('a patient who arrives at one instance is seen at the other within two seconds', async () => {
  const stream = await listen(there, (await signedIn(there, 'provider')).cookie)
  const took: number[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    const { person: patient, cookie } = await signedIn(here, 'patient')
    const provider = await aPerson(database, { role: 'provider' })
    const { id: visitId } = await aVisit(database, { patient, provider, startsAt: new Date() })
    const from = performance.now()
    expect(JSON.parse((await post(here, '/arrive', cookie, { visitId })).body)).toEqual({ visitId })
    expect(await stream.until(visitId)).toContain(`{"topic":"visit","visitId":"${visitId}"}`)
    took.push(performance.now() - from)
  }
  stream.close()
  expect(took.toSorted((a, b) => a - b)[1]).toBeLessThan(within.milliseconds)
})

test('signing out at one instance ends the stream that is open at the other', async () => {
  const { cookie } = await signedIn(here, 'patient')
  const stream = await listen(there, cookie)
  await post(here, '/sign-out', cookie)
  expect(await stream.until('event: over')).toContain('event: over')
})

test('an account that an admin closes at one instance is out at the other, page and stream', async () => {
  const admin = await signedIn(here, 'admin')
  const { person, cookie } = await signedIn(there, 'patient')
  const stream = await listen(there, cookie)
  expect((await post(here, '/disable', admin.cookie, { personId: person.id })).status).toBe(200)
  expect(await stream.until('event: over')).toContain('event: over')
  expect((await who(there, cookie)).status).toBe(302)
  expect((await enter(there, person.email)).status).toBe(400)
})

test('wrong passwords are counted together, whichever instance is asked', async () => {
  const person = await member('patient')
  const answers: number[] = []
  for (const [index] of Array.from({ length: 11 }).entries())
    answers.push((await enter(index % 2 === 0 ? here : there, person.email, 'not the password')).status)
  expect(answers).toEqual([...Array.from({ length: 10 }, () => 400), 429])
  for (const instance of [here, there]) expect((await enter(instance, person.email)).status).toBe(429)
})
