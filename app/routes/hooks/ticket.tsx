import type { ActionFunctionArgs } from '@remix-run/node'
import { wasRefused } from '~/domain/refusal'
import { mintTicket } from '~/features/visit/mint-ticket.server'
import { requireGuest } from '~/server/guest.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'

const answers: Record<string, number> = { missing: 404, too_many: 429, no_media: 503, unreachable: 503 }

export function loader(): never {
  return noPage()
}

export async function action(args: ActionFunctionArgs) {
  const isGuest = new URL(args.request.url).searchParams.get('as') === 'guest'
  const context = isGuest ? await requireGuest(args) : await requireContext(args, 'patient', 'provider')
  const ticket = await mintTicket(context, { visitId: paramId(args, 'visitId') })
  if (!wasRefused(ticket)) return Response.json(ticket)
  const { refused, message } = ticket
  return Response.json({ refused, message }, { status: answers[refused] ?? 409 })
}
