import type { ActionFunctionArgs } from '@remix-run/node'
import { systemActor } from '~/domain/people/actor'
import { takeMediaEvent } from '~/features/visit/take-media-event.server'
import { noPage } from '~/server/no-page.server'
import { optionalContext } from '~/server/require-context.server'

const longestEvent = 256_000

export function loader(): never {
  return noPage()
}

export async function action(args: ActionFunctionArgs) {
  const asking = await optionalContext(args)
  const body = await args.request.text()
  if (!asking.media || body.length > longestEvent) return new Response(null, { status: 401 })
  const told = await asking.media.readEvent(body, args.request.headers.get('Authorization') ?? undefined)
  if (!told) return new Response(null, { status: 401 })
  await takeMediaEvent({ ...asking, actor: systemActor }, told)
  return new Response(null, { status: 200 })
}
