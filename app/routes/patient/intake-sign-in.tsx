import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { paths } from '~/domain/paths'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import type { SignedOut } from '~/ui/intake/intake-autosave'
import { carriedOn, carryFields, ownerFields } from './intake-carry'
import { signInOwner } from './intake-sign-in.server'
import { IntakeBoundary } from './intake-sign-in-page'
import type { SignInAgain } from './intake-sign-in-page'

export const meta: MetaFunction = () => [{ title: 'Sign in again' }]

/** Signing in again belongs to what was posted: there is no page to look at. */
export async function loader(args: LoaderFunctionArgs) {
  await requireContext(args, 'patient')
  return noPage()
}

/**
 * Signs the person in again whose page it is. A page that runs scripts is answered and sends its answers itself; any
 * other gets them back to send on, until they reach the page they were typed on (307: the same form once more).
 */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  const who = form.get(ownerFields.who)
  const carried = carriedOn(form)
  const byScript = form.has(carryFields.byScript)
  if (typeof who !== 'string' || (!carried && !byScript)) {
    await requireContext(args, 'patient')
    return redirect(paths.intake())
  }
  const result = await signInOwner(args, form, who)
  if (byScript) return data(result, { status: result.status })
  if (!carried || result.stage === 'in') return redirect(carried?.to ?? paths.intake(), 307)
  const why: SignedOut = 'ended'
  const { stage, errors, email } = result
  throw data({ carried, stage, why, email, errors } satisfies SignInAgain, { status: result.status })
}

export { IntakeBoundary as ErrorBoundary }

/** Nothing of its own to show: every answer is a redirect or the page of signing in again. */
export default function IntakeSignIn() {
  return null
}
