import { expect, test } from 'vitest'
import { productionProblems } from './production-settings'

const good = {
  DATABASE_URL: 'postgres://portal@db.internal:5432/portal',
  SESSION_SECRET: '3f9c1e7ab2d84650917fe3ac5b6d208e',
  ORIGIN: 'https://visits.clinic.test',
  LIVEKIT_URL: 'wss://media.clinic.test',
  LIVEKIT_API_KEY: 'APIx7Kq2mN',
  LIVEKIT_API_SECRET: 'b81fd2c06e5947a3b7f0c9d8e6a51432',
  SMTP_URL: 'smtps://portal@mail.clinic.test',
  MAIL_FROM: 'Twin Cities Pain Clinic <visits@clinic.test>',
}

test('complete and safe settings have no problem', () => {
  expect(productionProblems(good)).toEqual([])
})

test('everything that is missing is named at once', () => {
  expect(productionProblems({})).toEqual(Object.keys(good).map((name) => expect.stringContaining(`${name} is not set`)))
})

test.each(Object.keys(good))('without %s the portal does not start', (name) => {
  for (const nothing of [undefined, '', '  ']) {
    expect(productionProblems({ ...good, [name]: nothing })).toEqual([`${name} is not set.`])
  }
})

test.each([
  ['SESSION_SECRET', 'change-me-change-me-change-me-change-me'],
  ['SESSION_SECRET', 'short'],
  ['SESSION_SECRET', 'a'.repeat(64)],
  ['LIVEKIT_API_KEY', 'devkey'],
  ['LIVEKIT_API_SECRET', 'secret'],
  ['LIVEKIT_API_SECRET', 'abcabcabcabcabcabcabcabcabcabcabcabc'],
  ['LIVEKIT_URL', 'ws://media.clinic.test'],
  ['ORIGIN', 'http://visits.clinic.test'],
  ['ORIGIN', 'visits.clinic.test'],
  ['DATABASE_URL', 'mysql://db.internal/portal'],
  ['SMTP_URL', 'mail.clinic.test'],
  ['MAIL_FROM', 'Twin Cities Pain Clinic'],
])('%s must not be "%s"', (name, value) => {
  const problems = productionProblems({ ...good, [name]: value })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(new RegExp(`^${name} `))
  expect(problems[0]).not.toContain(value)
})
