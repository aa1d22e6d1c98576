import type { LoaderFunctionArgs } from '@remix-run/node'
import { liveResponse } from '~/server/live-response.server'

export function loader(args: LoaderFunctionArgs) {
  return liveResponse(args)
}
