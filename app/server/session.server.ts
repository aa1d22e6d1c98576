import type { ActionFunctionArgs } from '@remix-run/node'
import { sessionCookie } from './session-cookie'

/** Gives this browser the session's token and forgets what was known of the old one in this request. */
export function setSession(args: ActionFunctionArgs, token: string): void {
  args.context.cookies.set(sessionCookie, token)
  delete args.context.found
}

/** Takes the session's token from this browser. */
export function clearSession(args: ActionFunctionArgs): void {
  args.context.cookies.clear(sessionCookie)
  delete args.context.found
}

/** The token this browser holds, whether it still opens anything or not. */
export function heldToken(args: ActionFunctionArgs): string | null {
  return args.context.cookies.read(sessionCookie)
}
