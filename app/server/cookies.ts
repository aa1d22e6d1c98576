import type { Request, Response } from 'express'

export type Cookies = {
  read(name: string): string | null
  /** Sets a cookie of this browser session: HttpOnly, SameSite=Lax, Path=/, Secure on https. */
  set(name: string, value: string): void
  clear(name: string): void
}

/** The cookie's name as it is sent: `__Host-` binds it to this host wherever the portal runs on https. */
function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name
}

/** Reads and sets cookies of one request. */
export function cookiesOf(request: Request, response: Response, secure: boolean): Cookies {
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    read(name) {
      const start = `${cookieName(name, secure)}=`
      const pair = (request.headers.cookie ?? '').split(/;\s*/).find((part) => part.startsWith(start))
      const value = pair?.slice(start.length)
      return value && /^[A-Za-z0-9_-]{1,1000}$/.test(value) ? value : null
    },
    set: (name, value) => void response.append('Set-Cookie', `${cookieName(name, secure)}=${value}; ${attributes}`),
    clear: (name) => void response.append('Set-Cookie', `${cookieName(name, secure)}=; ${attributes}; Max-Age=0`),
  }
}
