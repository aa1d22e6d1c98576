import { expect, test } from 'vitest'
import { readEnv, UnusableSettings } from './env'

const production = {
  DATABASE_URL: 'postgres://db.test/ilium',
  SESSION_SECRET: 'Zk3v9Qm1Xw7Rb5Tn8Yc2Lp6Hd4Gf0Js+',
  ORIGIN: 'https://portal.test/',
  LIVEKIT_URL: 'wss://media.test',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'value',
  SMTP_URL: 'smtps://mail.test',
  MAIL_FROM: 'portal@clinic.test',
}

function problems(source: Record<string, string | undefined>): string[] {
  try {
    readEnv(source)
    return []
  } catch (error) {
    if (error instanceof UnusableSettings) return error.problems
    throw error
  }
}

test('production starts with everything set, and links leave without a trailing slash', () => {
  expect(readEnv(production)).toMatchObject({ ILIUM_MODE: 'production', ORIGIN: 'https://portal.test', PORT: 3000 })
})

test.each(Object.keys(production))('production names the missing %s', (name) => {
  expect(problems({ ...production, [name]: undefined })).toEqual([`${name} is not set.`])
  expect(problems({ ...production, [name]: ' ' })).toEqual([`${name} is not set.`])
})

test('production names all that is missing at once', () => {
  expect(problems({})).toHaveLength(Object.keys(production).length)
})

test.each(['change-me-change-me-change-me-change-me', 'a default secret of forty letters and one'])(
  'production refuses the secret %s',
  (secret) => {
    expect(problems({ ...production, SESSION_SECRET: secret })).toEqual(['SESSION_SECRET is not a random secret.'])
  },
)

test('a short secret is refused in every mode', () => {
  expect(problems({ ...production, ILIUM_MODE: 'demo', SESSION_SECRET: 'short' })[0]).toMatch(/^SESSION_SECRET/)
})

test('the demo needs a database and a secret only', () => {
  const { DATABASE_URL, SESSION_SECRET } = production
  expect(readEnv({ ILIUM_MODE: 'demo', PORT: '3123', DATABASE_URL, SESSION_SECRET }).ORIGIN).toBe(
    'http://127.0.0.1:3123',
  )
})
