import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { findSession } from '@db/find-session'
import { testContext, testNow } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { hashToken } from '@db/token'
import { secretBox } from '~/adapters/secret-box.server'
import { visitorActor } from '~/domain/people/actor'
import { wasRefused } from '~/domain/refusal'
import { askReset } from './ask-reset.server'
import { confirmSecondFactor } from './confirm-second-factor.server'
import { endOtherSessions } from './end-other-sessions.server'
import { enterCode } from './enter-code.server'
import type { Gate } from './gate'
import { readSecondFactor } from './read-second-factor.server'
import { registerPatient } from './register-patient.server'
import { resendConfirmation } from './resend-confirmation.server'
import { resetPassword } from './reset-password.server'
import { signIn } from './sign-in.server'
import { signOut } from './sign-out.server'
import { startSecondFactor } from './start-second-factor.server'
import { turnOffSecondFactor } from './turn-off-second-factor.server'
import { verifyEmail } from './verify-email.server'

const database = testDatabase()
const box = secretBox('only for this test, only for this test', 'account')
const password = 'porch lemon kettle'
let address = 0

const gate = (limits: Partial<Gate> = {}): Gate => {
  address += 1
  return { box, ip: `10.0.0.${address}`, perAccount: 10, perAddress: 100, ...limits }
}
const visitor = (now = testNow) => testContext(database, visitorActor, { now })
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)
const code = (result: unknown) => (wasRefused(result) ? (result as { refused: string }).refused : 'ok')

async function mailsTo(email: string) {
  const rows = await database.owner`select subject, body from mails where to_address = ${email} order by created_at, id`
  return rows.map((row) => ({ subject: String(row['subject']), body: String(row['body']) }))
}
async function linkIn(email: string, path: string) {
  const mails = await mailsTo(email)
  const links = mails.flatMap((mail) => [...mail.body.matchAll(new RegExp(`/${path}/([\\w-]+)`, 'g'))])
  return links.map((link) => link[1] ?? '')
}
const register = (email: string, wish: Partial<Parameters<typeof registerPatient>[1]> = {}) =>
  registerPatient(visitor(), {
    name: 'Ivy Placebo',
    bornOn: '1961-02-03',
    email,
    phone: '612-555-0147',
    homeState: 'MN',
    password,
    gate: gate(),
    ...wish,
  })
const enter = (email: string, given = password, limits: Partial<Gate> = {}, oldToken: string | null = null) =>
  signIn(visitor(), { email, password: given, gate: gate(limits), oldToken })
const sessionOf = async (token: string) => (await findSession(database.app, hashToken(token), true)).session

async function member(email: string) {
  await register(email)
  const [token = ''] = await linkIn(email, 'verify-email')
  await verifyEmail(visitor(), { token })
  const entered = await enter(email)
  if (wasRefused(entered)) throw new Error(entered.refused)
  const session = await sessionOf(entered.token)
  if (!session) throw new Error('no session')
  return { token: entered.token, session, context: testContext(database, { id: session.personId, role: 'patient' }) }
}

test('a patient registers, confirms the address, signs in and out', async () => {
  expect(await register('ivy@example.test')).toEqual({ sent: true })
  expect(code(await enter('ivy@example.test'))).toBe('unverified')
  const [token = ''] = await linkIn('ivy@example.test', 'verify-email')
  expect(code(await verifyEmail(visitor(), { token }))).toBe('ok')
  expect(code(await verifyEmail(visitor(), { token }))).toBe('stale')
  const entered = await enter('IVY@example.test')
  if (wasRefused(entered)) throw new Error(entered.refused)
  expect(entered).toMatchObject({ role: 'patient', needsCode: false })
  const session = await sessionOf(entered.token)
  expect(session).toMatchObject({ name: 'Ivy Placebo', homeState: 'MN' })
  const context = testContext(database, { id: session?.personId ?? '', role: 'patient' })
  await signOut(context, { sessionId: session?.id ?? '' })
  expect(await sessionOf(entered.token)).toBeNull()
  const deeds =
    await database.owner`select did from audit_rows where patient_id = ${session?.personId ?? ''} order by id`
  expect(deeds.map((row) => row['did'])).toEqual([
    'person.register',
    'person.verify-email',
    'session.open',
    'session.end',
  ])
})

test('a mailed link works for a day, and no secret of it is stored', async () => {
  await register('day@example.test')
  const [token = ''] = await linkIn('day@example.test', 'verify-email')
  expect(await database.owner`select 1 from person_tokens where token_hash = ${token}`).toHaveLength(0)
  expect(code(await verifyEmail(visitor(later(24 * 60 + 1)), { token }))).toBe('stale')
  expect(code(await verifyEmail(visitor(later(24 * 60 - 1)), { token }))).toBe('ok')
})

test('a link of one purpose does not serve another', async () => {
  const { session } = await member('purpose@example.test')
  await askReset(visitor(), { email: 'purpose@example.test', gate: gate() })
  const [reset = ''] = await linkIn('purpose@example.test', 'reset-password')
  expect(code(await verifyEmail(visitor(), { token: reset }))).toBe('stale')
  expect(session.name).toBe('Ivy Placebo')
})

test('registering over an account answers the same, changes nothing there and tells its owner', async () => {
  const { session, token } = await member('known@example.test')
  const before = await database.owner`select * from credentials where person_id = ${session.personId}`
  expect(await register('KNOWN@example.test', { name: 'Someone Else', password: 'entirely other words' })).toEqual({
    sent: true,
  })
  expect(await database.owner`select * from credentials where person_id = ${session.personId}`).toEqual(before)
  expect((await sessionOf(token))?.name).toBe('Ivy Placebo')
  expect((await mailsTo('known@example.test')).map((mail) => mail.subject)).toContain(
    'You have an account at Test Clinic',
  )
})

test('nobody confirms an address with a password that someone else chose for it', async () => {
  await register('victim@example.test', { password: 'chosen by somebody else' })
  await register('victim@example.test')
  const links = await linkIn('victim@example.test', 'verify-email')
  expect(links).toHaveLength(1)
  const bodies = (await mailsTo('victim@example.test')).map((mail) => mail.body)
  expect(bodies.some((body) => body.includes('/forgot-password'))).toBe(true)
})

test('sign-in tells an unknown address, a wrong password and a disabled person the same', async () => {
  const { session } = await member('same@example.test')
  const unknown = await enter('nobody@example.test')
  const wrong = await enter('same@example.test', 'not the right words')
  await database.owner`update people set disabled_at = now() where id = ${session.personId}`
  const disabled = await enter('same@example.test')
  expect(code(unknown)).toBe('wrong')
  expect(wrong).toEqual(unknown)
  expect(disabled).toEqual(unknown)
})

test('a new sign-in gets a new token and the old one of this browser ends', async () => {
  const { token } = await member('rotate@example.test')
  const again = await enter('rotate@example.test', password, {}, token)
  if (wasRefused(again)) throw new Error(again.refused)
  expect(again.token).not.toBe(token)
  expect(await sessionOf(token)).toBeNull()
  expect(await sessionOf(again.token)).not.toBeNull()
})

test('guessing is limited by account, also for accounts that do not exist, and a success wipes the slate', async () => {
  await member('limit@example.test')
  for (const email of ['limit@example.test', 'ghost@example.test']) {
    const answers = []
    for (let count = 0; count < 4; count += 1)
      answers.push(code(await enter(email, 'wrong words here', { perAccount: 3 })))
    expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'too-many'])
  }
  expect(code(await enter('limit@example.test', password, { perAccount: 3 }))).toBe('too-many')
  await database.owner`delete from attempts`
  for (let count = 0; count < 5; count += 1)
    expect(code(await enter('limit@example.test', password, { perAccount: 3 }))).toBe('ok')
})

test('guessing is limited by address over many accounts', async () => {
  const one = { ip: '192.0.2.7', perAddress: 3 }
  const answers = []
  for (const name of ['a', 'b', 'c', 'd'])
    answers.push(code(await enter(`${name}@example.test`, 'wrong words here', one)))
  expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'too-many'])
})

test('of many attempts at once no more than the limit are looked at', async () => {
  await database.owner`delete from attempts`
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => enter('stampede@example.test', 'wrong words here', { perAccount: 5 })),
  )
  expect(answers.map(code).filter((answer) => answer === 'wrong')).toHaveLength(5)
})

test('attempt keys hold neither address nor e-mail', async () => {
  await enter('readable@example.test', 'wrong words here', { ip: '198.51.100.9' })
  const keys = (await database.owner`select key from attempts`).map((row) => String(row['key']))
  expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true)
})

test('a forgotten password is replaced by mail, once, within an hour, and every device is signed out', async () => {
  const { token } = await member('forgot@example.test')
  expect(await askReset(visitor(), { email: 'forgot@example.test', gate: gate() })).toEqual({ sent: true })
  expect(await askReset(visitor(), { email: 'nobody@example.test', gate: gate() })).toEqual({ sent: true })
  expect(await mailsTo('nobody@example.test')).toHaveLength(0)
  const [reset = ''] = await linkIn('forgot@example.test', 'reset-password')
  const fresh = 'window river pencil'
  expect(code(await resetPassword(visitor(later(61)), { token: reset, password: fresh }))).toBe('stale')
  expect(code(await resetPassword(visitor(later(59)), { token: reset, password: fresh }))).toBe('ok')
  expect(code(await resetPassword(visitor(later(59)), { token: reset, password: 'third words entirely' }))).toBe(
    'stale',
  )
  expect(await sessionOf(token)).toBeNull()
  expect(code(await enter('forgot@example.test'))).toBe('wrong')
  expect(code(await enter('forgot@example.test', fresh))).toBe('ok')
})

test('a new link goes only to an address that waits for it', async () => {
  await register('again@example.test')
  await resendConfirmation(visitor(), { email: 'again@example.test', gate: gate() })
  expect(await linkIn('again@example.test', 'verify-email')).toHaveLength(2)
  await member('done@example.test')
  await resendConfirmation(visitor(), { email: 'done@example.test', gate: gate() })
  expect(await linkIn('done@example.test', 'verify-email')).toHaveLength(1)
})

test('signing other devices out leaves this one', async () => {
  const { token, session, context } = await member('devices@example.test')
  const other = await enter('devices@example.test')
  if (wasRefused(other)) throw new Error(other.refused)
  await endOtherSessions(context, { sessionId: session.id })
  expect(await sessionOf(token)).not.toBeNull()
  expect(await sessionOf(other.token)).toBeNull()
})

async function withSecondFactor(email: string) {
  const one = await member(email)
  await startSecondFactor(one.context, { box })
  const pending = await readSecondFactor(one.context, { box, account: email })
  if (pending.state !== 'pending') throw new Error(pending.state)
  const totp = new TOTP({ secret: Secret.fromBase32(pending.key.replaceAll(' ', '')) })
  return { ...one, totp }
}

test('a second factor is confirmed by a code, stands sealed in the database and renews the session', async () => {
  const { context, token, totp, session } = await withSecondFactor('factor@example.test')
  expect((await sessionOf(token))?.hasSecondFactor).toBe(false)
  const wrong = await confirmSecondFactor(context, { code: '000000', role: 'patient', gate: gate() })
  expect(code(wrong)).toBe('wrong')
  const on = await confirmSecondFactor(context, { code: totp.generate(), role: 'patient', gate: gate() })
  if (wasRefused(on)) throw new Error(on.refused)
  expect(await sessionOf(token)).toBeNull()
  expect(await sessionOf(on.token)).toMatchObject({ hasSecondFactor: true, secondFactorGiven: true })
  const [row] = await database.owner`select totp_secret from credentials where person_id = ${session.personId}`
  expect(String(row?.['totp_secret'])).not.toContain(totp.secret.base32)
})

test('with a second factor the password opens half a session; a code, used once, opens the rest', async () => {
  const email = 'half@example.test'
  const { context, totp } = await withSecondFactor(email)
  await confirmSecondFactor(context, { code: totp.generate(), role: 'patient', gate: gate() })
  await database.owner`update credentials set totp_last_step = totp_last_step - 5 where person_id = ${context.actor.id}`
  const halves = await Promise.all([enter(email), enter(email)])
  const right = totp.generate()
  const tries = halves.map(async (half) => {
    if (wasRefused(half)) throw new Error(half.refused)
    expect(half.needsCode).toBe(true)
    const session = await sessionOf(half.token)
    expect(session).toMatchObject({ hasSecondFactor: true, secondFactorGiven: false })
    return enterCode(context, { code: right, sessionId: session?.id ?? '', role: 'patient', gate: gate() })
  })
  const results = await Promise.all(tries)
  expect(results.map(code).toSorted()).toEqual(['ok', 'wrong'])
})

test('codes are limited by account', async () => {
  const { context, session, totp } = await withSecondFactor('codes@example.test')
  await confirmSecondFactor(context, { code: totp.generate(), role: 'patient', gate: gate() })
  const answers = []
  for (let count = 0; count < 4; count += 1) {
    const wish = { code: '111111', sessionId: session.id, role: 'patient' as const, gate: gate({ perAccount: 4 }) }
    answers.push(code(await enterCode(context, wish)))
  }
  expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'too-many'])
})

test('taking the second factor off asks for the password', async () => {
  const { context, totp, session } = await withSecondFactor('off@example.test')
  await confirmSecondFactor(context, { code: totp.generate(), role: 'patient', gate: gate() })
  const wish = { role: 'patient' as const, gate: gate() }
  expect(code(await turnOffSecondFactor(context, { ...wish, password: 'not the right words' }))).toBe('wrong')
  const off = await turnOffSecondFactor(context, { ...wish, password })
  if (wasRefused(off)) throw new Error(off.refused)
  expect(await sessionOf(off.token)).toMatchObject({ personId: session.personId, hasSecondFactor: false })
})
