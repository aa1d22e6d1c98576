import { expect, test } from 'vitest'
import { createAutosave } from './intake-autosave'
import type { SaveWish } from './intake-autosave'
import type { SaveReply } from './intake-reply'

type Answer = SaveReply | 'signed-out' | Error

/** A server that answers when told to, and a clock that runs when told to. */
function aPage() {
  const sent: { wish: SaveWish; answer: (reply: Answer) => void }[] = []
  const due: { work: () => void; milliseconds: number }[] = []
  const happened: string[] = []
  const autosave = createAutosave({
    intakeId: 'intake',
    savedAt: null,
    send: (wish) =>
      new Promise((resolve, reject) => {
        sent.push({ wish, answer: (reply) => (reply instanceof Error ? reject(reply) : resolve(reply)) })
      }),
    onEmergency: () => happened.push('emergency'),
    onGone: () => happened.push('gone'),
    later: (work, milliseconds) => {
      const entry = { work, milliseconds }
      due.push(entry)
      return () => void (due.includes(entry) && due.splice(due.indexOf(entry), 1))
    },
  })
  const pass = () => due.splice(0).forEach(({ work }) => work())
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  return { autosave, sent, due, happened, pass, settle }
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
  expect(autosave.getState()).toMatchObject({ state: 'saving', waiting: 2 })
  sent[0]?.answer(saved({ goals: 4 }))
  await settle()
  expect(sent[1]?.wish.answers).toEqual([{ key: 'goals', texts: ['Walk the dog'], base: 4 }])
  sent[1]?.answer(saved({ goals: 5 }))
  await settle()
  expect(autosave.getState()).toMatchObject({ state: 'saved', waiting: 0, unreachable: false })
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

test('an emergency leads away, a session that ended says so and keeps trying, a sent intake stops', async () => {
  const { autosave, sent, happened, pass, settle } = aPage()
  autosave.change('fever', ['yes'], 0)
  pass()
  sent[0]?.answer('signed-out')
  await settle()
  expect(autosave.getState()).toMatchObject({ state: 'not-saved', signedOut: true })
  pass()
  sent[1]?.answer(saved({ fever: 2 }, { emergency: true }))
  await settle()
  autosave.change('fever', ['no'], 0)
  pass()
  sent[2]?.answer({ gone: 'submitted' })
  await settle()
  expect(happened).toEqual(['emergency', 'gone'])
  expect(autosave.unsent()).toBeNull()
})

test('a wrong answer is not saved, says why, and is forgiven with the next keystroke', async () => {
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
  autosave.change('a1c', ['7'], 0)
  expect(autosave.getState().problems).toEqual({})
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

test('what is unsent can be sent once more while the page goes away', () => {
  const { autosave, pass } = aPage()
  autosave.change('painNow', ['7'], 0)
  pass()
  autosave.change('goals', ['Walk'], 700)
  expect(autosave.unsent()?.answers.map(({ key }) => key)).toEqual(['painNow', 'goals'])
})
