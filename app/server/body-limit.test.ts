import { createServer, request } from 'node:http'
import type { Server } from 'node:http'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '~/domain/paths'
import { bodyLimit } from './body-limit'

const megabyte = 1024 * 1024
let server: Server

beforeAll(async () => {
  const app = express()
  app.use(bodyLimit)
  app.post('/unread', (incoming, response) => {
    incoming.once('data', () => {
      incoming.pause()
      response.status(303).end('elsewhere')
    })
  })
  app.use((incoming, response) => {
    let read = 0
    incoming.on('data', (part: Buffer) => (read += part.length))
    incoming.on('end', () => response.send(String(read)))
  })
  server = createServer(app)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
})
afterAll(() => server.close())

type Told = { status: number; body: string }

/** Sends a body of this length; `chunked` does not say how long it is. */
function post(path: string, size: number, wish: { type?: string; chunked?: boolean } = {}): Promise<Told> {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen.')
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': wish.type ?? 'application/x-www-form-urlencoded',
      ...(wish.chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': size }),
    }
    const sent = request({ port: address.port, host: '127.0.0.1', path, method: 'POST', headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    sent.on('error', reject)
    sent.end(Buffer.alloc(size))
  })
}

const papers = 'multipart/form-data; boundary=x'

test('a form of a few pages is read, a longer one is refused before anything reads it', async () => {
  expect(await post('/care/intake/save', megabyte)).toEqual({ status: 200, body: String(megabyte) })
  expect((await post('/care/intake/save', 2 * megabyte + 1)).status).toBe(413)
})

test('a body that does not say how long it is is refused', async () => {
  expect((await post('/sign-in', 10, { chunked: true })).status).toBe(411)
})

test('only a form with papers at its own address may be long', async () => {
  const long = 3 * megabyte
  for (const path of [paths.intakePapers(), `${paths.intakePapers()}.data`, paths.intakePaperAdd()]) {
    expect((await post(path, long, { type: papers })).status).toBe(200)
    expect((await post(path, long)).status).toBe(413)
  }
  expect((await post('/sign-in', long, { type: papers })).status).toBe(413)
})

test('the answer of a page that does not read all of it still arrives', async () => {
  expect(await post('/unread', 2 * megabyte)).toEqual({ status: 303, body: 'elsewhere' })
})
