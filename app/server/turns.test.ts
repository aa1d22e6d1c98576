import { expect, test } from 'vitest'
import { inTurn } from './turns.server'

test('a person has only so many of the same running at once; others and later ones are not held up', async () => {
  let finish = () => {}
  const running = new Promise<void>((resolve) => {
    finish = resolve
  })
  const two = [inTurn('a', 2, () => running.then(() => 1)), inTurn('a', 2, () => running.then(() => 2))]
  expect(await inTurn('a', 2, async () => 3)).toBeNull()
  expect(await inTurn('b', 2, async () => 4)).toBe(4)
  finish()
  expect(await Promise.all(two)).toEqual([1, 2])
  expect(await inTurn('a', 2, async () => 5)).toBe(5)
})

test('what fails gives its turn back', async () => {
  await expect(inTurn('c', 1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await inTurn('c', 1, async () => 1)).toBe(1)
})
