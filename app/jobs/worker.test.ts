import { afterEach, expect, test, vi } from 'vitest'
import { sendMail } from '@db/send-mail'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { withTx } from '@db/tx'
import type { OutgoingMail } from '~/adapters/mail.server'
import { systemActor } from '~/domain/people/actor'
import { createLog } from '~/server/log'
import type { Services } from '~/server/services'
import { startWorker } from './worker'

const database = testDatabase()
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const patient = { timeout: 20_000, interval: 50 }

async function work(send: (mail: OutgoingMail) => Promise<void>) {
  const { clinic, media } = testContext(database)
  const services = { clinic, media, database: database.app, log: createLog('silent'), mode: 'test' } as Services
  stops.push(await startWorker(services, database.url, { send }))
}

const write = (body: string) =>
  withTx(database.app, systemActor, (tx) =>
    sendMail(tx, testContext(database), { toAddress: 'ivy@example.test', personId: null, subject: 'News', body }),
  )
const sentAt = async (id: string) => (await database.owner`select sent_at from mails where id = ${id}`)[0]?.['sent_at']

test('a mail that was committed is sent once and noted; one that was rolled back is not', async () => {
  const sent: OutgoingMail[] = []
  await work(async (mail) => void sent.push(mail))
  await expect(
    withTx(database.app, systemActor, async (tx) => {
      await sendMail(tx, testContext(database), {
        toAddress: 'x@example.test',
        personId: null,
        subject: 'No',
        body: 'No',
      })
      throw new Error('rolled back')
    }),
  ).rejects.toThrow('rolled back')
  const id = await write('Something is new.')
  await vi.waitFor(async () => expect(await sentAt(id)).toBeTruthy(), patient)
  expect(sent.map((mail) => [mail.id, mail.toAddress, mail.body])).toEqual([
    [id, 'ivy@example.test', 'Something is new.'],
  ])
})

test('a mail that could not be sent waits for another try, and its error keeps no words of it', async () => {
  await work(async () => {
    throw new Error('550 ivy@example.test rejected: secret words')
  })
  const id = await write('secret words')
  const row = async () =>
    (await database.owner`select attempts, last_error from graphile_worker.jobs where key = ${`mail:${id}`}`)[0]
  await vi.waitFor(async () => expect((await row())?.['last_error']).toBeTruthy(), patient)
  expect(await row()).toEqual({ attempts: 1, last_error: 'Error' })
  expect(await sentAt(id)).toBeNull()
})

test('the job of a worker that died is done by another', async () => {
  const id = await write('Left behind.')
  await database.owner`
    update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now() - interval '2 minutes' where key = ${`mail:${id}`}`
  const sent: string[] = []
  await work(async (mail) => void sent.push(mail.id))
  await vi.waitFor(() => expect(sent).toContain(id), patient)
})

test('the job of a worker that beats stays its own', async () => {
  const id = await write('Being worked on.')
  await database.owner`insert into worker_beats (worker_id, beat_at) values ('worker-alive', now())`
  await database.owner`
    update graphile_worker._private_jobs set locked_by = 'worker-alive', locked_at = now() - interval '2 minutes' where key = ${`mail:${id}`}`
  const other = await write('Free.')
  const sent: string[] = []
  await work(async (mail) => void sent.push(mail.id))
  await vi.waitFor(() => expect(sent).toContain(other), patient)
  expect(sent).not.toContain(id)
})

test('audit rows are sealed while the worker runs', async () => {
  await database.owner`insert into audit_rows (at, actor_id, actor_role, did, request_id) values (now(), gen_random_uuid(), 'system', 'a.deed', 'test')`
  await work(async () => {})
  const open = async () =>
    Number(
      (
        await database.owner`select count(*) as n from audit_rows r left join audit_seals s on s.audit_id = r.id where s.seq is null`
      )[0]?.['n'],
    )
  await vi.waitFor(async () => expect(await open()).toBe(0), patient)
})
