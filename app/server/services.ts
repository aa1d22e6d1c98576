import { openDatabase } from '@db/client'
import type { Database } from '@db/client'
import type { Media } from '~/adapters/livekit.server'
import type { Clinic } from '~/domain/people/clinic'
import type { Mode } from '~/domain/people/mode'
import type { Env } from './env'
import { LiveHub } from './live-hub'
import type { Logger } from './log'

/** What every request may use. The Express side and the Remix bundle share state through this object only. */
export type Services = {
  readonly clinic: Clinic
  readonly mode: Mode
  readonly database: Database
  readonly media: Media | null
  readonly live: LiveHub
  readonly log: Logger
  /** Key material for hashing attempt keys and sealing second-factor secrets. */
  readonly secret: string
  readonly secureCookies: boolean
  /** Attempts per quarter of an hour. */
  readonly limits: { readonly perAccount: number; readonly perAddress: number }
}

const limits = {
  production: { perAccount: 10, perAddress: 100 },
  demo: { perAccount: 10, perAddress: 1000 },
  test: { perAccount: 10, perAddress: 100_000 },
} as const

/** Opens what the portal needs; `media` is null when no media server is configured. */
export function openServices(env: Env, log: Logger, media: Media | null): Services {
  const database = openDatabase(env.DATABASE_URL, { prepare: env.DATABASE_PREPARE === '1' })
  return {
    clinic: { name: env.CLINIC_NAME, phone: env.CLINIC_PHONE, timeZone: env.CLINIC_TIME_ZONE, origin: env.ORIGIN },
    mode: env.ILIUM_MODE,
    database,
    media,
    live: new LiveHub(database, log),
    log,
    secret: env.SESSION_SECRET,
    secureCookies: env.ORIGIN.startsWith('https:'),
    limits: limits[env.ILIUM_MODE],
  }
}
