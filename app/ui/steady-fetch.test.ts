import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { installSteadyFetch } from './steady-fetch'

type Fetch = typeof fetch

/** A page whose connection gives these answers one after the other; a number is a status, `null` a lost line. */
function aPage(answers: (number | null)[]) {
  const asked: string[] = []
  const plain: Fetch = async (input) => {
    asked.push(String(input))
    const next = answers.shift()
    if (next === null || next === undefined) throw new TypeError('Failed to fetch')
    return new Response('page', { status: next })
  }
  const page = Object.assign(new EventTarget(), {
    fetch: plain,
    location: { href: 'http://127.0.0.1/visits/1', origin: 'http://127.0.0.1' },
    setTimeout: (done: () => void, ms: number) => setTimeout(done, ms),
    clearTimeout: (timer: number) => clearTimeout(timer),
  })
  vi.stubGlobal('window', page)
  installSteadyFetch()
  return { asked, page }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a page’s data waits for the connection and for a restarting server', async () => {
  const { asked, page } = aPage([null, 503, 200])
  const answer = page.fetch('/visits/1.data')
  await vi.advanceTimersByTimeAsync(10_000)
  expect((await answer).status).toBe(200)
  expect(asked).toHaveLength(3)
})

test('coming back online is not waited out', async () => {
  const { page } = aPage([null, 200])
  const answer = page.fetch('/visits/1.data')
  await vi.advanceTimersByTimeAsync(1)
  page.dispatchEvent(new Event('online'))
  expect((await answer).status).toBe(200)
})

test('what may not be sent twice fails at once, and so does what goes elsewhere', async () => {
  const { page } = aPage([null, null])
  await expect(page.fetch('/visits/1/note.data', { method: 'POST' })).rejects.toThrow(TypeError)
  await expect(page.fetch('http://elsewhere.test/a.data')).rejects.toThrow(TypeError)
})

test('a page that is left stops asking', async () => {
  const { asked, page } = aPage([null, 200])
  const left = new AbortController()
  const answer = page.fetch('/visits/1.data', { signal: left.signal }).catch((error: unknown) => String(error))
  await vi.advanceTimersByTimeAsync(1)
  left.abort()
  expect(await answer).toMatch(/abort/i)
  expect(asked).toHaveLength(1)
})
