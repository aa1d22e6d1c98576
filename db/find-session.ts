import type { Role } from '~/domain/people/actor'
import { sessionLimits } from '~/domain/people/session-limits'
import type { Database } from './client'

export type FoundSession = {
  id: string
  personId: string
  role: Role
  name: string
  email: string
  timeZone: string
  homeState: string | null
  hasSecondFactor: boolean
  secondFactorGiven: boolean
  signedInAt: Date
}

export type Found = {
  /** How far the clinic's clock runs ahead of real time. */
  aheadSeconds: number
  /** Number of the newest live event, for a page that follows from here. */
  liveAfter: number
  session: FoundSession | null
}

type Row = {
  ahead_seconds: string
  live_after: string
  session_id: string | null
  person_id: string
  role: Role
  name: string
  email: string
  time_zone: string
  home_state: string | null
  has_second_factor: boolean
  second_factor_given: boolean
  signed_in_at: Date
}

const { staffIdle, patientIdle, absolute } = sessionLimits
const idles = [`${staffIdle.minutes} minutes`, `${patientIdle.minutes} minutes`, `${absolute.hours} hours`] as const

/**
 * Who holds the token with this hash, and the clinic's clock, in one round trip. An expired or ended session, a disabled
 * person and a changed role find nobody. With `touch` the idle time starts again.
 */
export async function findSession(database: Database, tokenHash: string | null, touch: boolean): Promise<Found> {
  const rows = await database.pool<Row[]>`
    select * from app.find_session(${tokenHash}, ${touch}, ${idles[0]}::interval, ${idles[1]}::interval, ${idles[2]}::interval)`
  const row = rows[0]
  if (!row) throw new Error('The database answered without a clock.')
  const session = row.session_id && {
    id: row.session_id,
    personId: row.person_id,
    role: row.role,
    name: row.name,
    email: row.email,
    timeZone: row.time_zone,
    homeState: row.home_state,
    hasSecondFactor: row.has_second_factor,
    secondFactorGiven: row.second_factor_given,
    signedInAt: row.signed_in_at,
  }
  return { aheadSeconds: Number(row.ahead_seconds), liveAfter: Number(row.live_after), session: session || null }
}
