import { expect, test } from 'vitest'
import { CodeForm, registerForm } from './account-forms'

const today = '2026-11-22'
const wish = {
  name: 'Ivy Placebo',
  bornOn: '1961-02-03',
  email: 'ivy@example.org',
  phone: '(612) 555-0147',
  homeState: 'MN',
  password: 'porch lemon kettle',
}
const problems = (changes: Partial<Record<keyof typeof wish, string | undefined>>) => {
  const parsed = registerForm(today).safeParse({ ...wish, ...changes })
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

test('a full form is read, the phone as people dial it', () => {
  expect(registerForm(today).parse(wish)).toEqual({ ...wish, phone: '612-555-0147' })
})

test.each([
  [{ name: undefined }, 'name: Add your name'],
  [{ bornOn: '2026-11-23' }, 'bornOn: Check the year you were born'],
  [{ bornOn: '1961-02-31' }, 'bornOn: Add the day you were born, for example 1959-03-03'],
  [{ email: 'ivy' }, 'email: Add an e-mail like name@example.org'],
  [{ phone: '555-0147' }, 'phone: Add a US number with its area code, for example 612-555-0147'],
  [{ homeState: 'XX' }, 'homeState: Choose where you live'],
  [{ password: 'short' }, 'password: Use 15 letters or more. You have 5.'],
  [{ password: undefined }, 'password: Choose a password of 15 letters or more'],
])('what is wrong is said beside its field: %o', (changes, problem) => {
  expect(problems(changes)).toEqual([problem])
})

test('a code may be typed with a gap', () => {
  expect(CodeForm.parse({ code: '123 456' })).toEqual({ code: '123456' })
  expect(CodeForm.safeParse({ code: '12345' }).success).toBe(false)
})
