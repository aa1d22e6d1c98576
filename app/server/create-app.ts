import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import type { ErrorRequestHandler, Express, RequestHandler } from 'express'
import { paths } from '~/domain/paths'
import { bodyLimit } from './body-limit'
import { cookiesOf } from './cookies'
import type { Env } from './env'
import { mountHealth } from './health'
import type { LoadContext } from './load-context'
import { requestGuard } from './request-guard'
import { requestIdOf, requestLog } from './request-log'
import { nonceOf, securityHeaders } from './security-headers'
import type { Services } from './services'

export type Front = {
  build: ServerBuild | (() => Promise<ServerBuild>)
  patternOf: (path: string) => string
  /** Serves the browser's files: built assets, or the development server. */
  files: RequestHandler[]
}

function closeSignal(response: express.Response): AbortSignal {
  const controller = new AbortController()
  response.on('close', () => controller.abort())
  return controller.signal
}

/** The portal on Express: guard, headers, files, then Remix. */
export function createApp(
  env: Env,
  services: Services,
  front: Front,
  isDraining: () => boolean = () => false,
): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUST_PROXY ?? false)
  app.set('query parser', 'simple')
  mountHealth(app, services, isDraining)
  app.use(requestLog(services.log, front.patternOf))
  app.use(
    securityHeaders({
      mediaUrl: services.media?.url,
      secure: services.secureCookies,
      isDev: env.ILIUM_DEV === '1',
    }),
  )
  app.use(requestGuard(services.clinic.origin))
  app.use(bodyLimit)
  app.use(
    compression({
      filter: (request, response) => request.path !== paths.live() && compression.filter(request, response),
    }),
  )
  app.all(['/__manifest', '/live.data'], (_request, response) => void response.status(404).end())
  for (const handler of front.files) app.use(handler)
  app.all(
    '*',
    createRequestHandler({
      build: front.build,
      mode: env.ILIUM_DEV === '1' ? 'development' : 'production',
      getLoadContext: (request, response): LoadContext => ({
        services,
        nonce: nonceOf(response),
        requestId: requestIdOf(response),
        ip: request.ip ?? '',
        closed: closeSignal(response),
        cookies: cookiesOf(request, response, services.secureCookies),
        background: request.path === paths.live() || request.get('x-ilium-background') === '1',
      }),
    }),
  )
  const onError: ErrorRequestHandler = (error, _request, response, next) => {
    services.log.error({ err: error, requestId: response.locals['requestId'] }, 'request failed')
    if (response.headersSent) next(error)
    else response.status(500).type('text/plain').send('Something broke on our side.')
  }
  app.use(onError)
  return app
}
