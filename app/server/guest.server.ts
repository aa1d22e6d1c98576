import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findGuest } from '@db/find-guest'
import type { FoundGuest } from '@db/find-guest'
import { hashToken } from '@db/token'
import type { Context } from '~/features/context'
import type { Mode } from '~/domain/people/mode'
import { noPage } from './no-page.server'
import { contextOf, foundSession } from './require-context.server'
import { guestCookie } from './session-cookie'

type Args = LoaderFunctionArgs | ActionFunctionArgs

export type GuestContext = Context & { readonly guest: FoundGuest; readonly mode: Mode }

/** Remembers the link's secret in this browser; the page that follows asks `requireGuest`. */
export function setGuest(args: Args, rawToken: string): void {
  args.context.cookies.set(guestCookie, rawToken)
}

/** Forgets the guest in this browser. */
export function clearGuest(args: Args): void {
  args.context.cookies.clear(guestCookie)
}

/** The guest whose link this browser holds and whose invitation still stands, or null. */
export async function optionalGuest(args: Args): Promise<GuestContext | null> {
  const raw = args.context.cookies.read(guestCookie)
  if (raw === null) return null
  const context = contextOf(args, await foundSession(args))
  const guest = await findGuest(context.database, hashToken(raw), context.now)
  return guest ? { ...context, actor: { id: guest.id, role: 'guest' }, guest } : null
}

/** The first line of every loader and action of a guest's page: no invitation that stands is a 404. */
export async function requireGuest(args: Args): Promise<GuestContext> {
  return (await optionalGuest(args)) ?? noPage()
}
