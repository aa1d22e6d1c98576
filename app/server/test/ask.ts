import { request } from 'node:http'
import type { IncomingHttpHeaders, Server } from 'node:http'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

/** One plain HTTP request with exactly these headers; browsers' rules do not apply. */
export function ask(
  server: Server,
  wish: { method?: string; path?: string; headers?: Record<string, string>; body?: string },
): Promise<Answer> {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen.')
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port: address.port,
        host: '127.0.0.1',
        method: wish.method ?? 'GET',
        path: wish.path ?? '/',
        headers: wish.headers,
      },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (body += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      },
    )
    sent.on('error', reject)
    sent.end(wish.body)
  })
}
