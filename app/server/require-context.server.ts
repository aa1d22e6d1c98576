import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { findSession } from '@db/find-session'
import type { Found, FoundSession } from '@db/find-session'
import { hashToken } from '@db/token'
import type { Context } from '~/features/context'
import { visitorActor } from '~/domain/people/actor'
import type { Role } from '~/domain/people/actor'
import type { Mode } from '~/domain/people/mode'
import { paths } from '~/domain/paths'
import { noPage } from './no-page.server'
import { sessionCookie } from './session-cookie'

type Args = LoaderFunctionArgs | ActionFunctionArgs

type Person = {
  id: string
  role: Role
  name: string
  email: string
  timeZone: string
  homeState: string | null
  secondFactor: boolean
  sessionId: string
}

export type Asking = Context & { readonly person: Person | null; readonly mode: Mode }
export type SignedIn = Context & { readonly person: Person; readonly mode: Mode }

/** The session of this request, read once however many loaders ask. */
export function foundSession(args: Args): Promise<Found> {
  const { context } = args
  context.found ??= findSession(
    context.services.database,
    hashOf(context.cookies.read(sessionCookie)),
    !context.background,
  )
  return context.found
}

function hashOf(token: string | null): string | null {
  return token === null ? null : hashToken(token)
}

/** A context without a person yet: who asks is a visitor. */
export function contextOf(args: Args, found: Found): Context & { mode: Mode } {
  const { services, requestId } = args.context
  return {
    actor: visitorActor,
    now: new Date(Date.now() + found.aheadSeconds * 1000),
    requestId,
    clinic: services.clinic,
    database: services.database,
    media: services.media,
    mode: services.mode,
  }
}

function personOf(session: FoundSession): Person {
  const { id, personId, hasSecondFactor, role, name, email, timeZone, homeState } = session
  return { id: personId, role, name, email, timeZone, homeState, secondFactor: hasSecondFactor, sessionId: id }
}

/** What still stands between the session and the portal: the code, or setting a second factor up. */
export function missingStep(session: FoundSession, mode: Mode): 'code' | 'set-up' | null {
  if (session.hasSecondFactor && !session.secondFactorGiven) return 'code'
  if (mode === 'production' && session.role !== 'patient' && !session.hasSecondFactor) return 'set-up'
  return null
}

/** For public pages: the person when one is fully signed in, else the visitor. */
export async function optionalContext(args: Args): Promise<Asking> {
  const found = await foundSession(args)
  const context = contextOf(args, found)
  if (!found.session || missingStep(found.session, context.mode)) return { ...context, person: null }
  const person = personOf(found.session)
  return { ...context, actor: { id: person.id, role: person.role }, person }
}

/** For the steps of signing in: a person whose password was right, whatever is still missing. */
export async function halfSignedInContext(args: Args): Promise<SignedIn & { missing: 'code' | 'set-up' | null }> {
  const found = await foundSession(args)
  const context = contextOf(args, found)
  if (!found.session) throw redirect(paths.signIn())
  const person = personOf(found.session)
  return {
    ...context,
    actor: { id: person.id, role: person.role },
    person,
    missing: missingStep(found.session, context.mode),
  }
}

/** The browser still holds a session's token, which opens nothing any more. */
function wasSignedIn(args: Args): boolean {
  return args.context.cookies.read(sessionCookie) !== null
}

function withReturn(path: string, args: Args): string {
  return `${path}?return=${encodeURIComponent(new URL(args.request.url).pathname.replace(/\.data$/, ''))}`
}

/**
 * The first line of every loader and action behind sign-in. Nobody signed in is sent to sign-in and back; a role that is
 * not listed gets the same 404 as a page that does not exist. No roles listed: anybody signed in.
 */
export async function requireContext(args: Args, ...roles: Role[]): Promise<SignedIn> {
  const found = await foundSession(args)
  const context = contextOf(args, found)
  if (!found.session) throw redirect(withReturn(paths.signIn(), args) + (wasSignedIn(args) ? '&away' : ''))
  const missing = missingStep(found.session, context.mode)
  if (missing === 'code') throw redirect(withReturn(paths.signInCode(), args))
  if (missing === 'set-up') throw redirect(paths.secondFactor())
  const person = personOf(found.session)
  if (roles.length > 0 && !roles.includes(person.role)) noPage()
  return { ...context, actor: { id: person.id, role: person.role }, person }
}
