import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { boxOf } from './gate.server'

type Args = LoaderFunctionArgs | ActionFunctionArgs

const cookie = 'ilium-mail'

/** Remembers, sealed and in this browser only, the address that waits to be confirmed. */
export function setWaitingAddress(args: Args, email: string): void {
  args.context.cookies.set(cookie, boxOf(args).seal(email))
}

/** The address that waits to be confirmed, or null. */
export function waitingAddress(args: Args): string | null {
  const sealed = args.context.cookies.read(cookie)
  return sealed === null ? null : boxOf(args).open(sealed)
}

export function clearWaitingAddress(args: Args): void {
  args.context.cookies.clear(cookie)
}
