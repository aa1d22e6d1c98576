import { expect, test } from 'vitest'
import { checkIdle, loudness, verdictOf } from './device-check'

test('silence has no bars and a full swing has five', () => {
  expect(loudness(new Uint8Array(64).fill(128))).toBe(0)
  expect(loudness(new Uint8Array(64).map((_, index) => (index % 2 ? 255 : 0)))).toBe(5)
})

test.each([
  [checkIdle, 'not_checked', 'not_checked'],
  [{ ...checkIdle, camera: 'works' as const, microphone: 'works' as const, wasHeard: true }, 'works', 'works'],
  [{ ...checkIdle, camera: 'works' as const, microphone: 'works' as const }, 'works', 'not_checked'],
  [{ ...checkIdle, camera: 'blocked' as const, microphone: 'missing' as const }, 'none', 'none'],
])('the verdict %#', (check, camera, microphone) => {
  expect(verdictOf(check)).toEqual({ camera, microphone })
})
