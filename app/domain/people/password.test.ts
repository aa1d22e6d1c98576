import { expect, test } from 'vitest'
import { passwordProblem } from './password'

test.each([
  'porch lemon kettle',
  'fifteen letters',
  'öäüßéñ çøåœ ščž',
  '👍👍👍 three thumbs',
  'a'.repeat(10) + 'b'.repeat(60),
  'ilium demo 2026',
])('%s is fine', (password) => {
  expect(passwordProblem(password)).toBeNull()
})

test('fourteen letters are too few, counted as people count them', () => {
  expect(passwordProblem('porch lemon ke')).toBe('Use 15 letters or more. You have 14.')
  expect(passwordProblem('👍'.repeat(14))).toBe('Use 15 letters or more. You have 14.')
})

test('64 letters are accepted, 201 are not', () => {
  const words = 'porch lemon kettle window river pencil '
  expect(passwordProblem(words.repeat(9).slice(0, 64))).toBeNull()
  expect(passwordProblem(words.repeat(9).slice(0, 201))).toMatch(/^Use 200/)
})

test.each([
  'passwordpassword',
  'PasswordPassword',
  '1234567890123456',
  'aaaaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
  'correct horse battery staple',
])('%s is known to everybody', (password) => {
  expect(passwordProblem(password)).toMatch(/Choose other words/)
})

test('neither the e-mail nor the name is a password', () => {
  expect(passwordProblem('Ivy.Placebo@example.org', ['ivy.placebo@example.org', 'Ivy'])).toMatch(/Choose other words/)
})
