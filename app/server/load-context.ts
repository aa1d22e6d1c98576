import type { Found } from '@db/find-session'
import type { Cookies } from './cookies'
import type { Services } from './services'

/** What Express hands to every loader and action. */
export type LoadContext = {
  services: Services
  /** Nonce of this response's Content-Security-Policy. */
  nonce: string
  requestId: string
  /** The client's address, for counting attempts only. */
  ip: string
  /** Aborts when the client goes away. */
  closed: AbortSignal
  cookies: Cookies
  /** A poll or stream, not the person's own doing: the idle time runs on. */
  background: boolean
  /** The session, asked once per request. */
  found?: Promise<Found>
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends LoadContext {}
  interface Future {
    v3_singleFetch: true
  }
}
