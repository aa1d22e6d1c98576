import { request } from 'node:http'
import routes from '~/routes'
import type { Access } from '~/server/route-access'

export type Listed = { file: string; pattern: string }

/** Every route of the portal with its address pattern. */
export const listedRoutes: Listed[] = (await Promise.resolve(routes)).map((route) => ({
  file: route.file,
  pattern: `/${route.path === '*' ? 'no/such/page' : (route.path ?? '')}`,
}))

type Told = { status: number; location: string; body: string }

/** One plain request with these cookies. A stream of events is left as soon as its status is known. */
export function ask(
  origin: string,
  wish: { path: string; cookies: string; form?: Record<string, string> },
): Promise<Told> {
  const body = wish.form === undefined ? undefined : new URLSearchParams(wish.form).toString()
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(wish.path, origin),
      {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          cookie: wish.cookies,
          ...(body === undefined ? {} : { origin, 'content-type': 'application/x-www-form-urlencoded' }),
        },
      },
      (response) => {
        const told = { status: response.statusCode ?? 0, location: response.headers.location ?? '' }
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
          if (response.headers['content-type']?.startsWith('text/event-stream')) {
            resolve({ ...told, body: text })
            response.destroy()
          }
        })
        response.on('end', () => resolve({ ...told, body: text }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Which access an answer amounts to, of a page and of its `.data` form alike. */
export function accessOf(told: Told): Access | `broken: ${number}` {
  const redirect = told.location || (/"redirect","([^"]+)"/.exec(told.body)?.[1] ?? '')
  if (told.status >= 500) return `broken: ${told.status}`
  if (redirect !== '') return new URL(redirect, 'http://portal').pathname === '/sign-in' ? 'sign-in' : 'ok'
  const known: Record<number, Access> = { 401: 'refused', 404: 'no-page', 405: 'no-action', 410: 'gone' }
  return known[told.status] ?? 'ok'
}
