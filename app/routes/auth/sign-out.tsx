import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/domain/paths'
import { signOut } from '~/features/account/sign-out.server'
import { halfSignedInContext } from '~/server/require-context.server'
import { clearSession } from '~/server/session.server'
import { noPage } from '~/server/no-page.server'

export function loader(_args: LoaderFunctionArgs) {
  noPage()
}

export async function action(args: ActionFunctionArgs) {
  const { person, ...context } = await halfSignedInContext(args)
  await signOut(context, { sessionId: person.sessionId })
  clearSession(args)
  return redirect(paths.signedOut())
}
