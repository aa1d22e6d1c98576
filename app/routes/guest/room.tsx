import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { askToJoin } from '~/features/guest/ask-to-join.server'
import { readGuestVisit } from '~/features/guest/read-guest-visit.server'
import { clearGuest, requireGuest } from '~/server/guest.server'
import { noPage } from '~/server/no-page.server'
import { GuestOver } from '~/ui/visit/guest-over'
import { GuestRoom } from '~/ui/visit/guest-room'

export const meta: MetaFunction = () => [{ title: 'Video visit, guest' }, { name: 'robots', content: 'noindex' }]

export async function loader(args: LoaderFunctionArgs) {
  const visit = await readGuestVisit(await requireGuest(args))
  return { visit: wasRefused(visit) ? null : visit }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireGuest(args)
  const intent = (await args.request.formData()).get('intent')
  if (intent === 'ask') {
    await askToJoin(context)
    return redirect(paths.guestRoom())
  }
  if (intent !== 'leave') return noPage()
  clearGuest(args)
  return redirect(paths.landing())
}

export default function Room() {
  const { visit } = useLoaderData<typeof loader>()
  return visit ? <GuestRoom visit={visit} /> : <GuestOver />
}
