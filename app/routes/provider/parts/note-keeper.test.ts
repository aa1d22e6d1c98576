import { expect, test } from 'vitest'
import { emptyNote } from '~/domain/note/note-body'
import type { NoteAnswer } from '~/domain/note/note-answer'
import type { NoteBody } from '~/domain/note/note-body'
import { NoteKeeper } from './note-keeper'

const savedAt = '2026-11-24T20:49:00.000Z'
const start = { version: 1, body: emptyNote, savedAt: null }

/** A server with one note: it takes a text only when it is based on the newest version. */
function aServer(first: { version: number; body: NoteBody } = start) {
  const kept = { ...first, down: false, posts: 0 }
  const send = async (version: number, body: NoteBody): Promise<NoteAnswer> => {
    kept.posts += 1
    if (kept.down) throw new TypeError('Failed to fetch')
    if (version !== kept.version) return { kind: 'conflict', version: kept.version, body: kept.body, savedAt }
    kept.version += 1
    kept.body = body
    return { kind: 'saved', version: kept.version, savedAt }
  }
  return { kept, send }
}

test('what is typed is kept, and nothing is sent when nothing changed', async () => {
  const { kept, send } = aServer()
  const keeper = new NoteKeeper(start, undefined, send)
  await keeper.settle()
  expect(kept.posts).toBe(0)
  keeper.change('plan', 'Injection.')
  expect(await keeper.settle()).toBe(true)
  expect(kept.body.plan).toBe('Injection.')
  expect(keeper.view()).toMatchObject({ version: 2, state: 'saved', savedAt: new Date(savedAt) })
})

test('what is typed while a save runs is saved after it', async () => {
  const { kept, send } = aServer()
  const keeper = new NoteKeeper(start, undefined, send)
  keeper.change('plan', 'One.')
  const saving = keeper.settle()
  keeper.change('plan', 'One. Two.')
  expect(await saving).toBe(true)
  expect(kept.body.plan).toBe('One. Two.')
  expect(kept.posts).toBe(2)
})

test('a text saved elsewhere meanwhile is merged, and both texts are kept', async () => {
  const { kept, send } = aServer({ version: 4, body: { ...emptyNote, history: 'Theirs.', exam: 'Done.' } })
  const keeper = new NoteKeeper(start, undefined, send)
  keeper.change('history', 'Mine.')
  expect(await keeper.settle()).toBe(true)
  expect(kept.body).toMatchObject({ history: 'Theirs.\n\nMine.', exam: 'Done.' })
  expect(keeper.view().mergedSections).toEqual(['history'])
  keeper.seen()
  expect(keeper.view().mergedSections).toEqual([])
})

test('while the connection is down nothing is lost and the page says so', async () => {
  const { kept, send } = aServer()
  const keeper = new NoteKeeper(start, undefined, send)
  kept.down = true
  keeper.change('plan', 'Injection.')
  expect(await keeper.settle()).toBe(false)
  expect(keeper.view()).toMatchObject({ state: 'not-saved', text: { plan: 'Injection.' } })
  kept.down = false
  expect(await keeper.settle()).toBe(true)
  expect(kept.body.plan).toBe('Injection.')
})

test('a signed note ends saving and says why', async () => {
  const keeper = new NoteKeeper(start, undefined, async () => ({
    kind: 'refused',
    code: 'signed',
    message: 'This note is signed.',
  }))
  keeper.change('plan', 'Late.')
  expect(await keeper.settle()).toBe(false)
  expect(keeper.view()).toMatchObject({ state: 'not-saved', refusal: 'This note is signed.', text: { plan: 'Late.' } })
})

test('a page that goes away sends what is not saved, once', async () => {
  const last: boolean[] = []
  const { send } = aServer()
  const keeper = new NoteKeeper(start, undefined, (version, body, isLast) => {
    last.push(isLast)
    return send(version, body)
  })
  keeper.leave()
  keeper.change('plan', 'Injection.')
  keeper.leave()
  expect(last).toEqual([true])
})
