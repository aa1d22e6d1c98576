import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock, withLock } from './file-lock'

let folder = ''
const lock = () => join(folder, 'lock.json')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ilium-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a lock has one holder, who is named to the next, until it is given back', () => {
  const first = takeLock(lock(), 'first')
  expect(takeLock(lock(), 'second')).toMatchObject({ holder: { pid: process.pid, note: 'first' } })
  if ('release' in first) first.release()
  expect(takeLock(lock(), 'third')).toHaveProperty('release')
})

test.each([
  ['a process that has ended', JSON.stringify({ pid: 2 ** 22 + 1, identity: 'x', note: 'gone' })],
  ['a process whose number another one has now', JSON.stringify({ pid: process.pid, identity: 'x', note: 'gone' })],
  ['half a file', '{"pid":'],
])('the stale lock of %s is taken over', (_, content) => {
  writeFileSync(lock(), content)
  expect(takeLock(lock(), 'next')).toHaveProperty('release')
  expect(readdirSync(folder)).toEqual(['lock.json'])
})

test('works under one lock never overlap', async () => {
  const { signal } = new AbortController()
  let inside = 0
  const work = () =>
    withLock(lock(), { note: 'work', onWait: () => {}, signal }, async () => {
      inside += 1
      await Promise.resolve()
      expect(inside).toBe(1)
      inside -= 1
    })
  await Promise.all([work(), work(), work()])
})
