import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { noPage } from './no-page.server'
import { optionalContext } from './require-context.server'
import type { Asking } from './require-context.server'

/** For pages that only the demo and tests have: in production they do not exist. */
export async function demoContext(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Asking> {
  if (args.context.services.mode === 'production') noPage()
  return optionalContext(args)
}
