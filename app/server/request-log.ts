import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import type { Logger } from './log'

/** The number of this request, shown on an error page and kept in audit rows. */
export function requestIdOf(response: Response): string {
  const requestId: unknown = response.locals['requestId']
  if (typeof requestId !== 'string') throw new Error('The response has no request id yet.')
  return requestId
}

/** One line per answered request: method, route pattern, status, milliseconds, request id. */
export function requestLog(log: Logger, patternOf: (path: string) => string): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now()
    response.locals['requestId'] = randomUUID()
    response.set('X-Request-Id', requestIdOf(response))
    response.on('close', () => {
      log.info({
        method: request.method,
        route: patternOf(request.path),
        status: response.statusCode,
        ms: Math.round(performance.now() - startedAt),
        requestId: requestIdOf(response),
      })
    })
    next()
  }
}
