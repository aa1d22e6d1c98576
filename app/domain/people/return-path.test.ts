import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles } from './actor'
import { homeOf, returnPath } from './return-path'

test.each([
  ['patient', '/care/visits/1/arrive', '/care/visits/1/arrive'],
  ['patient', '/account', '/account'],
  ['patient', '/visits/1', '/care'],
  ['provider', '/visits/1', '/visits/1'],
  ['scheduler', '/cases/1/book', '/cases/1/book'],
  ['admin', '/admin/audit', '/admin/audit'],
  ['admin', '/administer', '/admin'],
  ['patient', '/care/intake/goals#q-goals', '/care/intake/goals#q-goals'],
  ['patient', '/care/intake/goals#q-goals:~:text=pain', '/care'],
  ['patient', '/admin#q-goals', '/care'],
  ['patient', '//evil.test/care', '/care'],
  ['patient', 'https://evil.test/care', '/care'],
  ['patient', '/care\\evil', '/care'],
  ['patient', '/care/../admin', '/care'],
  ['patient', '/care?next=//evil.test', '/care'],
  ['patient', null, '/care'],
] as const)('%s wishes %s and gets %s', (role, wished, path) => {
  expect(returnPath(role, wished)).toBe(path)
})

test('whatever is wished, nobody leaves the portal', () => {
  fc.assert(
    fc.property(fc.constantFrom(...roles), fc.string(), fc.webUrl(), (role, text, url) => {
      for (const wished of [text, url, `/${text}`, `/care${text}`, `/care/${url}`]) {
        const target = new URL(returnPath(role, wished), 'https://portal.test')
        expect(target.origin).toBe('https://portal.test')
        expect(target.search).toBe('')
        expect(target.hash).toMatch(/^(#q-[A-Za-z0-9]+)?$/)
      }
      expect(homeOf[role]).toMatch(/^\/[a-z]+$/)
    }),
  )
})
