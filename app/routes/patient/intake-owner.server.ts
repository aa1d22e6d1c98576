import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { optionalContext, requireContext } from '~/server/require-context.server'
import type { SignedIn } from '~/server/require-context.server'
import { carriedFrom, carryFields, ownerFields } from './intake-carry'
import type { SignedOut } from '~/ui/intake/intake-autosave'
import type { SignInAgain } from './intake-sign-in-page'

type Owner = { context: SignedIn; form: FormData } | { signedOut: SignedOut }

/**
 * Who posts answers, and the answers. When the session has ended, or is another account's, nothing typed is lost: a page
 * that runs scripts is told and keeps it, any other gets a page of signing in that carries every field (401, thrown).
 */
export async function requireOwner(args: ActionFunctionArgs, to: string): Promise<Owner> {
  const form = await args.request.formData()
  const { person } = await optionalContext(args)
  const who = form.get(ownerFields.who)
  const isOwn = person !== null && (who === null || who === person.id)
  if (isOwn) return { context: await requireContext(args, 'patient'), form }
  const signedOut = person === null ? 'ended' : 'other'
  if (form.has(carryFields.byScript)) return { signedOut }
  const carried = carriedFrom(form, to)
  if (!carried) return { context: await requireContext(args, 'patient'), form }
  throw data({ carried, stage: 'password', why: signedOut, email: '', errors: {} } satisfies SignInAgain, {
    status: 401,
  })
}

/** The person whose page reloads; null when a reload by the page itself finds the session over: the page stays as it is. */
export async function requireReader(args: LoaderFunctionArgs): Promise<SignedIn | null> {
  if (args.context.background) {
    const { person } = await optionalContext(args)
    if (!person) return null
  }
  return requireContext(args, 'patient')
}
