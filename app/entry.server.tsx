import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from './ui/nonce'

export const streamTimeout = 5000

/** The document, streamed to browsers and sent whole to robots. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const ready = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady'
  return new Promise((resolve, reject) => {
    let hasShell = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={streamTimeout} />
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        [ready]() {
          hasShell = true
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(
            new Response(createReadableStreamFromReadable(body), {
              headers,
              status: request.signal.aborted ? 499 : status,
            }),
          )
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          if (hasShell)
            context.services.log.error({ err: error, requestId: context.requestId }, 'page broke while it was sent')
        },
      },
    )
    setTimeout(abort, streamTimeout + 1000).unref()
  })
}

/** A bug in a loader, an action or a component: its place goes to the log with the request's number. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.services.log.error({ err: error, requestId: context.requestId }, 'page failed')
}
