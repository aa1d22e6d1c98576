import { Secret, TOTP } from 'otpauth'
import { aPerson } from '../factories/a-person'
import { findSession } from '../find-session'
import { hashToken } from '../token'
import { secretBox } from '~/adapters/secret-box.server'
import { systemActor, visitorActor } from '~/domain/people/actor'
import type { Actor } from '~/domain/people/actor'
import { askReset } from '~/features/account/ask-reset.server'
import { checkLink } from '~/features/account/check-link.server'
import { confirmSecondFactor } from '~/features/account/confirm-second-factor.server'
import { endOtherSessions } from '~/features/account/end-other-sessions.server'
import { enterCode } from '~/features/account/enter-code.server'
import { readAccount } from '~/features/account/read-account.server'
import { readSecondFactor } from '~/features/account/read-second-factor.server'
import { registerPatient } from '~/features/account/register-patient.server'
import { resendConfirmation } from '~/features/account/resend-confirmation.server'
import { resetPassword } from '~/features/account/reset-password.server'
import { signIn } from '~/features/account/sign-in.server'
import { signOut } from '~/features/account/sign-out.server'
import { startSecondFactor } from '~/features/account/start-second-factor.server'
import { turnOffSecondFactor } from '~/features/account/turn-off-second-factor.server'
import { verifyEmail } from '~/features/account/verify-email.server'
import { listAudit } from '~/features/admin/list-audit.server'
import { listPeople } from '~/features/admin/list-people.server'
import { setDisabled } from '~/features/admin/set-disabled.server'
import { verifyAudit } from '~/features/admin/verify-audit.server'
import { listDemoAccounts } from '~/features/demo/list-demo-accounts.server'
import { listMails } from '~/features/demo/list-mails.server'
import { moveClock } from '~/features/demo/move-clock.server'
import { readMail } from '~/features/demo/read-mail.server'
import type { TestDatabase } from './database'
import { testNow } from './context'
import { minutesAfter } from './journey'
import type { Run } from './journey'
import { rulesJourney } from './journey-rules'

const email = 'journey@example.test'
const password = 'porch lemon kettle'
const gate = {
  box: secretBox('only for this test, only for this test', 'journey'),
  ip: '10.1.1.1',
  perAccount: 100,
  perAddress: 100,
}
const visitor = visitorActor

async function newestLink(database: TestDatabase, path: string): Promise<string> {
  const rows = await database.owner`select body from mails where to_address = ${email} order by created_at, id`
  const links = rows.flatMap((row) => [...String(row['body']).matchAll(new RegExp(`/${path}/([\\w-]+)`, 'g'))])
  return links.at(-1)?.[1] ?? ''
}

async function sessionOf(database: TestDatabase, token: string) {
  const { session } = await findSession(database.app, hashToken(token), false)
  if (!session) throw new Error('There is no session')
  return session
}

async function secondFactor(database: TestDatabase, run: Run, me: Actor) {
  await run(startSecondFactor, me, testNow, { box: gate.box })
  const shown = await run(readSecondFactor, me, testNow, { box: gate.box, account: email })
  if (shown.state !== 'pending') throw new Error('The secret is not shown')
  const totp = new TOTP({ secret: Secret.fromBase32(shown.key.replaceAll(' ', '')) })
  await run(confirmSecondFactor, me, testNow, { code: totp.generate(), role: 'patient', gate })
  const half = await run(signIn, visitor, testNow, { email, password, gate, oldToken: null })
  const { id: sessionId } = await sessionOf(database, half.token)
  const next = totp.generate({ timestamp: Date.now() + 30_000 })
  await run(enterCode, me, testNow, { code: next, sessionId, role: 'patient', gate })
  const off = await run(turnOffSecondFactor, me, testNow, { password, role: 'patient', gate })
  return off.token
}

/** An account from registration to sign-out, and what an admin and the demo do. */
export async function peopleJourney(database: TestDatabase, run: Run) {
  const at = testNow
  const person = { name: 'Journey Newcomer', bornOn: '1961-02-03', phone: '612-555-0147', homeState: 'MN' }
  await run(registerPatient, visitor, at, { ...person, email, password, gate })
  await run(resendConfirmation, visitor, minutesAfter(at, 1), { email, gate })
  await run(verifyEmail, visitor, at, { token: await newestLink(database, 'verify-email') })
  await run(askReset, visitor, minutesAfter(at, 2), { email, gate })
  const token = await newestLink(database, 'reset-password')
  await run(checkLink, visitor, at, { token, purpose: 'reset_password' })
  await run(resetPassword, visitor, at, { token, password })
  const first = await run(signIn, visitor, at, { email, password, gate, oldToken: null })
  const me: Actor = { id: (await sessionOf(database, first.token)).personId, role: 'patient' }
  const session = await sessionOf(database, await secondFactor(database, run, me))
  await run(readAccount, me, at, { sessionId: session.id, role: 'patient' })
  await run(endOtherSessions, me, at, { sessionId: session.id })
  await run(signOut, me, at, { sessionId: session.id })

  const admin = await aPerson(database, { role: 'admin', name: 'Journey Admin' })
  await run(listPeople, admin, at, { show: 'patients' })
  await run(listAudit, admin, at, { personId: me.id, before: null, since: at })
  await run(verifyAudit, admin, at, {})
  for (const disabled of [true, false]) await run(setDisabled, admin, at, { personId: me.id, disabled })
  await rulesJourney(run, admin)

  await database.owner`insert into clinic_clock (id, ahead_seconds) values (1, 0) on conflict do nothing`
  await run(listDemoAccounts, visitor, at)
  const [mail] = await run(listMails, systemActor, at)
  await run(readMail, systemActor, at, { mailId: mail?.id ?? '' })
  await run(moveClock, systemActor, at, { to: minutesAfter(at, 1) })
  return { patient: me, admin }
}
