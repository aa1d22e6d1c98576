import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs } from '@remix-run/node'
import { CodeForm, SignInForm } from '~/domain/people/account-forms'
import { wasRefused } from '~/domain/refusal'
import { enterCode } from '~/features/account/enter-code.server'
import { signIn } from '~/features/account/sign-in.server'
import { signOut } from '~/features/account/sign-out.server'
import { gateOf } from '~/server/gate.server'
import { halfSignedInContext, optionalContext } from '~/server/require-context.server'
import { clearSession, heldToken, setSession } from '~/server/session.server'
import type { SignInErrors } from './intake-sign-in-page'

/** Where signing in again stands; `in` only for the person whose page it is. */
export type SignInResult = {
  stage: 'password' | 'code' | 'in'
  status: number
  email: string
  errors: SignInErrors
}

const fromStart: SignInResult = { stage: 'password', status: 401, email: '', errors: {} }
const signedIn: SignInResult = { stage: 'in', status: 200, email: '', errors: {} }
const statusOf = { wrong: 400, unverified: 400, other: 400, 'too-many': 429, busy: 503 } as const

/** One step of signing in again as `who` and nobody else: password, code, or starting over. */
export async function signInOwner(args: ActionFunctionArgs, form: FormData, who: string): Promise<SignInResult> {
  const context = await optionalContext(args)
  if (context.person?.id === who) return signedIn
  const intent = form.get('intent')
  if (intent === 'code') return giveCode(args, form, who)
  if (intent === 'start-over') return startOver(args)
  const email = String(form.get('email') ?? '')
  const submission = parseWithZod(only(form, 'email', 'password'), { schema: SignInForm })
  if (submission.status !== 'success') return { ...fromStart, status: 400, email, errors: submission.error ?? {} }
  const wish = { ...submission.value, gate: gateOf(args), oldToken: heldToken(args), onlyFor: who }
  const result = await signIn(context, wish)
  if (wasRefused(result))
    return { ...fromStart, status: statusOf[result.refused], email, errors: { '': [result.message] } }
  setSession(args, result.token)
  return result.needsCode ? { ...fromStart, stage: 'code' } : signedIn
}

async function giveCode(args: ActionFunctionArgs, form: FormData, who: string): Promise<SignInResult> {
  const half = await halfSession(args)
  if (half?.person.id !== who || half.missing !== 'code') return fromStart
  const submission = parseWithZod(only(form, 'code'), { schema: CodeForm })
  if (submission.status !== 'success') {
    const errors = { code: submission.error?.['code'] ?? ['Type the 6 numbers'] }
    return { ...fromStart, stage: 'code', status: 400, errors }
  }
  const { sessionId, role } = half.person
  const result = await enterCode(half, { code: submission.value.code, sessionId, role, gate: gateOf(args) })
  if (wasRefused(result)) {
    const status = result.refused === 'wrong' ? 400 : 429
    return { ...fromStart, stage: 'code', status, errors: { code: [result.message] } }
  }
  setSession(args, result.token)
  return signedIn
}

/** Gives up a sign-in that still lacks its code. */
async function startOver(args: ActionFunctionArgs): Promise<SignInResult> {
  const half = await halfSession(args)
  if (half && half.missing !== null) {
    await signOut(half, { sessionId: half.person.sessionId })
    clearSession(args)
  }
  return fromStart
}

async function halfSession(args: ActionFunctionArgs) {
  return halfSignedInContext(args).catch((error: unknown) => {
    if (error instanceof Response) return null
    throw error
  })
}

/** The sign-in's own fields: the answers that are carried along are none of its business. */
function only(form: FormData, ...names: string[]): FormData {
  const own = new FormData()
  for (const name of names) own.set(name, String(form.get(name) ?? ''))
  return own
}
