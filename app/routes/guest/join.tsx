import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Context } from '~/features/context'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { askToJoin } from '~/features/guest/ask-to-join.server'
import { openInvitation } from '~/features/guest/open-invitation.server'
import { readGuestVisit } from '~/features/guest/read-guest-visit.server'
import { setGuest } from '~/server/guest.server'
import { noPage } from '~/server/no-page.server'
import { optionalContext } from '~/server/require-context.server'
import { GuestJoin } from '~/ui/visit/guest-join'

export const meta: MetaFunction = () => [{ title: 'Join a video visit' }, { name: 'robots', content: 'noindex' }]

async function guestOf(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<{ context: Context; token: string }> {
  const asking = await optionalContext(args)
  const token = args.params['token'] ?? ''
  const opened = await openInvitation(asking, { token })
  return wasRefused(opened) ? noPage() : { context: { ...asking, actor: opened.actor }, token }
}

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guestOf(args)
  const visit = await readGuestVisit(context)
  return wasRefused(visit) ? noPage() : { visit }
}

export async function action(args: ActionFunctionArgs) {
  const { context, token } = await guestOf(args)
  const asked = await askToJoin(context)
  if (wasRefused(asked)) return noPage()
  setGuest(args, token)
  return redirect(paths.guestRoom())
}

export default function Join() {
  return <GuestJoin visit={useLoaderData<typeof loader>().visit} />
}
