import type { RequestHandler } from 'express'
import { paths } from '~/domain/paths'

const methods = new Set(['GET', 'HEAD', 'POST'])
const safe = new Set(['GET', 'HEAD'])
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Whether the request comes from the portal's own pages: every hint the browser gives must agree, and one must be there. */
function isOwn(site: string | undefined, origin: string | undefined, ours: string): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return site !== undefined
  return origin === ours || (origin === 'null' && site === 'same-origin')
}

/** Refuses, before the framework sees it, whatever does not come from the portal's own pages at its own address. */
export function requestGuard(origin: string): RequestHandler {
  const host = new URL(origin).host
  return (request, response, next) => {
    const trust: unknown = request.app.get('trust proxy fn')
    const isProxied = typeof trust === 'function' && trust(request.socket.remoteAddress, 0) === true
    const forwardedHost = isProxied ? request.get('x-forwarded-host') : undefined
    const claimed = forwardedHost ?? request.headers.host
    if (!methods.has(request.method)) {
      response.status(405).set('Allow', 'GET, HEAD, POST').end()
      return
    }
    const isWebhook = request.method === 'POST' && request.path === paths.mediaWebhook()
    if (claimed === undefined) {
      response.status(400).end()
      return
    }
    if (claimed !== host && !isWebhook) {
      if (safe.has(request.method) && loopback.test(claimed) && loopback.test(host)) {
        response.redirect(307, origin + request.originalUrl)
        return
      }
      response.status(421).end()
      return
    }
    if ('_data' in request.query) {
      response.status(400).end()
      return
    }
    if (
      !safe.has(request.method) &&
      !isWebhook &&
      !isOwn(request.get('sec-fetch-site'), request.get('origin'), origin)
    ) {
      response.status(403).type('text/plain').send('This request does not come from the portal.')
      return
    }
    request.headers.host = host
    delete request.headers['x-forwarded-host']
    delete request.headers.origin
    next()
  }
}
