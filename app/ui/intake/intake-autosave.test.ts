import { expect, test } from 'vitest'
import { createAutosave } from './intake-autosave'
import type { SaveWish } from './intake-autosave'
import type { SaveReply } from './intake-reply'

type Answer = SaveReply | 'signed-out' | 'other' | Error

/** A server that answers when told to, and a clock that runs when told to. */
function aPage() {
  const sent: { wish: SaveWish; answer: (reply: Answer) => void }[] = []
  const due: { work: () => void; milliseconds: number }[] = []
  const happened: string[] = []
  const time = { milliseconds: 0 }
  const autosave = createAutosave({
    intakeId: 'intake',
    savedAt: null,
    send: (wish) =>
      new Promise((resolve, reject) => {
        sent.push({ wish, answer: (reply) => (reply instanceof Error ? reject(reply) : resolve(reply)) })
      }),
    onEmergency: () => happened.push('emergency'),
    later: (work, milliseconds) => {
      const entry = { work, milliseconds }
      due.push(entry)
      return () => void (due.includes(entry) && due.splice(due.indexOf(entry), 1))
    },
    clock: () => time.milliseconds,
  })
  const pass = () => due.splice(0).forEach(({ work }) => work())
  const settle = async () => {
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve()
  }
  return { autosave, sent, due, happened, time, pass, settle }
}

const saved = (versions: Record<string, number>, changes: object = {}): SaveReply => ({
  savedAt: '2026-11-23T16:00:00Z',
  versions,
  problems: [],
  conflicts: [],
  emergency: false,
  ...changes,
})

test('what is typed quickly goes out once, with the newest words', () => {
  const { autosave, sent, pass } = aPage()
  autosave.know({ goals: 3 })
  for (const words of ['W', 'Wa', 'Walk']) autosave.change('goals', [words], 700)
  pass()
  expect(sent.map(({ wish }) => wish.answers)).toEqual([[{ key: 'goals', texts: ['Walk'], base: 3 }]])
})

test('says saved only when it is acknowledged, and what comes meanwhile follows on the new number', async () => {
  const { autosave, sent, pass, settle } = aPage()
  autosave.change('goals', ['Walk'], 0)
  pass()
  autosave.change('goals', ['Walk the dog'], 0)
  expect(autosave.getState()).toMatchObject({ state: 'saving', waiting: 2, safe: 0 })
  sent[0]?.answer(saved({ goals: 4 }))
  await settle()
  expect(sent[1]?.wish.answers).toEqual([{ key: 'goals', texts: ['Walk the dog'], base: 4 }])
  sent[1]?.answer(saved({ goals: 5 }))
  await settle()
  expect(autosave.getState()).toMatchObject({ state: 'saved', waiting: 0, safe: 1, unreachable: false })
})

test('without an answer the very same request is sent again, later and later, before anything newer', async () => {
  const { autosave, sent, due, pass, settle } = aPage()
  autosave.change('painNow', ['7'], 0)
  pass()
  sent[0]?.answer(new Error('offline'))
  await settle()
  expect(autosave.getState()).toMatchObject({ state: 'not-saved', unreachable: true, waiting: 1 })
  autosave.change('painNow', ['8'], 0)
  const pauses = due.map(({ milliseconds }) => milliseconds)
  pass()
  expect(sent[1]?.wish).toEqual(sent[0]?.wish)
  sent[1]?.answer(new Error('offline'))
  await settle()
  expect(due[0]?.milliseconds).toBeGreaterThan(pauses[0] ?? 0)
  pass()
  sent[2]?.answer(saved({ painNow: 2 }))
  await settle()
  expect(sent[3]?.wish.answers).toEqual([{ key: 'painNow', texts: ['8'], base: 2 }])
})

test('an emergency leads away, and the answer stays said until the page is left', async () => {
  const { autosave, sent, happened, pass, settle } = aPage()
  autosave.change('fever', ['yes'], 0)
  pass()
  sent[0]?.answer(saved({ fever: 2 }, { emergency: true }))
  await settle()
  expect(happened).toEqual(['emergency'])
  expect(autosave.getState()).toMatchObject({ emergency: true, state: 'saved' })
})

test('when the session ends everything stays and goes out once the person is signed in again', async () => {
  const { autosave, sent, pass, settle } = aPage()
  autosave.change('goals', ['Walk'], 0)
  pass()
  sent[0]?.answer('signed-out')
  await settle()
  expect(autosave.getState()).toMatchObject({ state: 'not-saved', signedOut: 'ended', waiting: 1 })
  autosave.change('painNow', ['7'], 0)
  pass()
  sent[1]?.answer('signed-out')
  await settle()
  expect(autosave.getState()).toMatchObject({ signedOut: 'ended', waiting: 2 })
  const again = autosave.signedIn()
  await settle()
  expect(autosave.getState()).toMatchObject({ signedOut: null, unreachable: false })
  sent[2]?.answer(saved({ goals: 2 }))
  await settle()
  expect(sent[3]?.wish.answers).toEqual([{ key: 'painNow', texts: ['7'], base: 0 }])
  sent[3]?.answer(saved({ painNow: 3 }))
  await again
  expect(autosave.getState()).toMatchObject({ state: 'saved', waiting: 0 })
})

test('a session that ends before anything is typed is said, too, and another account never takes what waits', async () => {
  const { autosave, sent, happened, pass, settle } = aPage()
  autosave.sessionEnded()
  expect(autosave.getState()).toMatchObject({ signedOut: 'ended', state: 'saved' })
  autosave.change('goals', ['Walk'], 0)
  pass()
  sent[0]?.answer({ gone: 'missing' })
  await settle()
  expect(autosave.getState()).toMatchObject({ signedOut: 'other', waiting: 1 })
  pass()
  sent[1]?.answer('other')
  await settle()
  expect(autosave.getState()).toMatchObject({ signedOut: 'other', waiting: 1 })
  expect(happened).toEqual([])
})

test('what comes too late for a sent intake is shown, never dropped in silence', async () => {
  const { autosave, sent, happened, pass, settle } = aPage()
  autosave.change('goals', ['Walk'], 0)
  pass()
  autosave.change('painNow', ['7'], 0)
  sent[0]?.answer({ gone: 'submitted' })
  await settle()
  expect(happened).toEqual([])
  expect(autosave.unsent()).toBeNull()
  expect(autosave.getState().tooLate).toEqual([
    { key: 'goals', texts: ['Walk'] },
    { key: 'painNow', texts: ['7'] },
  ])
})

test('sent from another device: with all of it in them the page may leave, else it tells what is not', async () => {
  const calm = aPage()
  expect(await calm.autosave.sentElsewhere()).toBe(true)
  const { autosave, sent, pass, settle } = aPage()
  autosave.change('a1c', ['a bit'], 0)
  pass()
  sent[0]?.answer(saved({}, { problems: [{ key: 'a1c', message: 'Use a number from 3 to 20' }] }))
  await settle()
  autosave.change('goals', ['Walk'], 600)
  expect(await autosave.sentElsewhere()).toBe(false)
  expect(autosave.getState().tooLate).toEqual([
    { key: 'a1c', texts: ['a bit'] },
    { key: 'goals', texts: ['Walk'] },
  ])
  expect(autosave.unsent()).toBeNull()
  pass()
  expect(sent).toHaveLength(1)
})

test('a wrong answer is not saved, says why, stays typed, and is forgiven with the next keystroke', async () => {
  const { autosave, sent, pass, settle } = aPage()
  autosave.change('a1c', ['a bit'], 0)
  pass()
  sent[0]?.answer(saved({}, { problems: [{ key: 'a1c', message: 'Use a number from 3 to 20' }] }))
  await settle()
  expect(autosave.getState()).toMatchObject({
    state: 'not-saved',
    unreachable: false,
    problems: { a1c: 'Use a number from 3 to 20' },
  })
  expect(autosave.typed()).toEqual({ a1c: ['a bit'] })
  autosave.change('a1c', ['7'], 0)
  expect(autosave.getState().problems).toEqual({})
  expect(autosave.typed()).toEqual({ a1c: ['7'] })
})

test('while it waits, a page made later does not lend its newer number to the older answer', () => {
  const { autosave, sent, pass } = aPage()
  autosave.know({ goals: 1 })
  autosave.change('goals', ['Walk'], 0)
  autosave.know({ goals: 9, painNow: 9 })
  pass()
  expect(sent[0]?.wish.answers[0]?.base).toBe(1)
  expect(autosave.baseOf('painNow')).toBe(9)
})

test('what is unsent can be sent once more while the page goes away, also over what is still on its way', () => {
  const { autosave, pass } = aPage()
  autosave.change('painNow', ['7'], 0)
  pass()
  autosave.change('goals', ['Walk'], 700)
  expect(autosave.unsent()?.answers.map(({ key }) => key)).toEqual(['painNow', 'goals'])
  autosave.change('painNow', ['8'], 0)
  expect(autosave.unsent()?.answers).toContainEqual({ key: 'painNow', texts: ['8'], base: 0, over: ['7'] })
})

test('a conflict says when this page gave its answer, whatever the clocks say', async () => {
  const { autosave, sent, time, pass, settle } = aPage()
  autosave.change('goals', ['Walk'], 0)
  pass()
  sent[0]?.answer(new Error('offline'))
  await settle()
  time.milliseconds = 180_000
  pass()
  const theirs = { texts: ['Sleep'], words: 'Sleep', version: 4, at: '2026-11-23T15:59:00Z' }
  const conflict = { key: 'goals', mine: { texts: ['Walk'], words: 'Walk' }, theirs, kept: null }
  sent[1]?.answer(saved({}, { conflicts: [conflict] }))
  await settle()
  expect(autosave.getState().conflicts).toMatchObject([
    { mine: { at: new Date('2026-11-23T15:57:00Z'), offline: true }, theirs: { at: new Date(theirs.at) } },
  ])
})
