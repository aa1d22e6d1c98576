import { expect, test } from 'vitest'
import { paperMaxBytes } from '~/domain/intake/paper-lists'
import { createPaperQueue } from './paper-queue'
import type { PaperReply } from './paper-reply'

const file = (name: string, size = 100) => ({ name, size })
const added = (name: string): PaperReply => ({
  paper: { id: `id of ${name}`, kind: 'other', name, mediaType: 'image/png', size: 100 },
})

/** A queue whose requests are answered by hand, and whose waiting passes when told. */
function aQueue() {
  const sent: string[] = []
  const open: { name: string; resolve: (reply: PaperReply | 'signed-out') => void; reject: () => void }[] = []
  const waits: number[] = []
  let pass = () => {}
  let [listed, gone] = [0, 0]
  const queue = createPaperQueue({
    send: ({ file: { name } }, onShare) =>
      new Promise((resolve, reject) => {
        sent.push(name)
        onShare(0.5)
        open.push({ name, resolve, reject: () => reject(new Error('line')) })
      }),
    onAdded: () => (listed += 1),
    onGone: () => (gone += 1),
    later: (work, milliseconds) => {
      waits.push(milliseconds)
      pass = work
      return () => (pass = () => {})
    },
  })
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    queue,
    sent,
    waits,
    counts: () => ({ listed, gone }),
    states: () => queue.getState().map(({ name, state }) => `${name}: ${state}`),
    pass: async () => (pass(), settled()),
    async answer(reply: PaperReply | 'signed-out' | 'breaks') {
      const next = open.shift()
      if (!next) throw new Error('Nothing was sent')
      if (reply === 'breaks') next.reject()
      else next.resolve(reply)
      await settled()
    },
  }
}

test('papers go one after the other, in the order they were chosen', async () => {
  const { queue, sent, states, answer, counts } = aQueue()
  queue.add('other', [file('a'), file('b')])
  queue.add('insurance_card', [file('c')])
  expect(sent).toEqual(['a'])
  expect(states()).toEqual(['a: sending', 'b: waiting', 'c: waiting'])
  expect(queue.getState()[0]?.share).toBe(0.5)
  await answer(added('a'))
  expect(sent).toEqual(['a', 'b'])
  await answer(added('b'))
  await answer(added('c'))
  expect(states()).toEqual(['a: added', 'b: added', 'c: added'])
  expect(queue.getState()[2]).toMatchObject({ kind: 'insurance_card', paperId: 'id of c' })
  expect([queue.open(), counts().listed]).toEqual([0, 3])
})

test('one that is not taken says why and does not hold up the next', async () => {
  const { queue, states, answer } = aQueue()
  queue.add('other', [file('a'), file('b')])
  await answer({ problem: 'We cannot read this.' })
  await answer(added('b'))
  expect(states()).toEqual(['a: refused', 'b: added'])
  expect(queue.getState()[0]?.message).toBe('We cannot read this.')
  queue.drop(queue.getState()[0]?.id ?? 0)
  expect(states()).toEqual(['b: added'])
})

test('what is plainly too long or empty is said at once and never sent', () => {
  const { queue, sent, states } = aQueue()
  queue.add('other', [file('long', paperMaxBytes + 1), file('empty', 0), file('most', paperMaxBytes)])
  expect(sent).toEqual(['most'])
  expect(states()).toEqual(['long: refused', 'empty: refused', 'most: sending'])
})

test('when the line breaks it is tried again by itself, always longer apart, and nothing is lost', async () => {
  const { queue, sent, states, waits, answer, pass } = aQueue()
  queue.add('other', [file('a'), file('b')])
  for (let times = 0; times < 6; times += 1) {
    await answer('breaks')
    expect(states()).toEqual(['a: stopped', 'b: waiting'])
    await pass()
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000])
  await answer(added('a'))
  await answer(added('b'))
  expect(sent.filter((name) => name === 'b')).toHaveLength(1)
  expect(states()).toEqual(['a: added', 'b: added'])
})

test('asked to, it tries again at once', async () => {
  const { queue, sent, answer } = aQueue()
  queue.add('other', [file('a')])
  await answer('breaks')
  queue.retry()
  expect(sent).toEqual(['a', 'a'])
  queue.retry()
  expect(sent).toHaveLength(2)
})

test('signed out or too busy, it waits and goes on', async () => {
  const { queue, states, answer, pass } = aQueue()
  queue.add('other', [file('a')])
  await answer('signed-out')
  expect(states()).toEqual(['a: signed-out'])
  await pass()
  await answer({ busy: true })
  expect(states()).toEqual(['a: stopped'])
  await pass()
  await answer(added('a'))
  expect(queue.open()).toBe(0)
})

test('when the questions are closed nothing more is sent', async () => {
  const { queue, sent, answer, counts } = aQueue()
  queue.add('other', [file('a'), file('b')])
  await answer({ gone: 'submitted' })
  expect([sent, queue.getState(), counts().gone]).toEqual([['a'], [], 1])
})

test('one taken off the list while it is on its way may still arrive, and then the list is read again', async () => {
  const { queue, sent, answer, counts } = aQueue()
  queue.add('other', [file('a'), file('b')])
  queue.drop(queue.getState()[0]?.id ?? 0)
  await answer(added('a'))
  expect([sent, counts().listed]).toEqual([['a', 'b'], 1])
})

test('going on waits until all are taken, and not when one was refused or the page goes away', async () => {
  const { queue, answer } = aQueue()
  expect(await queue.allTaken()).toBe(true)
  queue.add('other', [file('a'), file('b')])
  const goesOn = queue.allTaken()
  await answer(added('a'))
  await answer('breaks')
  queue.retry()
  await answer(added('b'))
  expect(await goesOn).toBe(true)
  queue.add('other', [file('c')])
  const stays = queue.allTaken()
  await answer({ problem: 'We cannot read this.' })
  expect(await stays).toBe(false)
  queue.add('other', [file('d')])
  const leaves = queue.allTaken()
  queue.stop()
  expect(await leaves).toBe(false)
})
