import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

const visitPage = /^\/(care\/visits|visits|guest)(\/|$)/
const features = ['camera', 'microphone', 'display-capture', 'screen-wake-lock']
const alwaysOff = ['geolocation', 'payment', 'usb', 'serial', 'midi']

function permissions(path: string): string {
  const allowed = visitPage.test(path) ? '(self)' : '()'
  return [...features.map((name) => `${name}=${allowed}`), ...alwaysOff.map((name) => `${name}=()`)].join(', ')
}

/** The nonce of this response. */
export function nonceOf(response: Response): string {
  const nonce: unknown = response.locals['nonce']
  if (typeof nonce !== 'string') throw new Error('The response has no nonce yet.')
  return nonce
}

function mediaOrigins(mediaUrl: string | undefined): string[] {
  if (!mediaUrl) return []
  const host = new URL(mediaUrl).host
  return /^(wss|https):/.test(mediaUrl) ? [`wss://${host}`, `https://${host}`] : [`ws://${host}`, `http://${host}`]
}

/** Content-Security-Policy with a nonce per response, enforced, and the other protective headers. `isDev` opens what hot reload needs. */
export function securityHeaders(options: { mediaUrl?: string; secure: boolean; isDev: boolean }): RequestHandler[] {
  const { mediaUrl, secure, isDev } = options
  const nonce = (_request: unknown, response: unknown) => `'nonce-${nonceOf(response as Response)}'`
  const own: RequestHandler = (request, response, next) => {
    response.locals['nonce'] = randomBytes(18).toString('base64')
    response.set('Permissions-Policy', permissions(request.path))
    response.set('Cache-Control', 'no-store')
    next()
  }
  return [
    own,
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", nonce],
          styleSrc: isDev ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
          connectSrc: ["'self'", ...mediaOrigins(mediaUrl), ...(isDev ? ['ws:'] : [])],
          mediaSrc: ["'self'", 'blob:', 'mediastream:'],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'"],
          workerSrc: ["'self'", 'blob:'],
          manifestSrc: ["'self'"],
          frameAncestors: ["'none'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          objectSrc: ["'none'"],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'same-origin' },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
  ]
}
