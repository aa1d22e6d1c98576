import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchExactly } from './livekit-release'

const content = 'the archive'
const server = createServer((request, response) => {
  response.statusCode = request.url === '/there' ? 200 : 404
  response.end(content)
})
const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const { signal } = new AbortController()

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

test('a download with the expected content is given back', async () => {
  expect(String(await fetchExactly(address('/there'), sha256(content), signal))).toBe(content)
})

test('a download with any other content is refused', async () => {
  await expect(fetchExactly(address('/there'), sha256('another archive'), signal)).rejects.toThrow(/not the file/)
})

test('an answer that is no file is refused, also with the expected content', async () => {
  await expect(fetchExactly(address('/gone'), sha256(content), signal)).rejects.toThrow(/404/)
})
