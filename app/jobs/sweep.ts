import { lt, or, sql } from 'drizzle-orm'
import type { Database } from '@db/client'
import { attempts, personTokens } from '@db/schema/people'
import { liveEvents, workerBeats } from '@db/schema/records'
import { withTx } from '@db/tx'
import { systemActor } from '~/domain/people/actor'

const ago = (interval: string) => sql`clock_timestamp() - ${interval}::interval`

/** Throws away what is no longer needed: old events, counted attempts, used-up links, beats of workers long gone. */
export function sweep(database: Database): Promise<void> {
  return withTx(database, systemActor, async (tx) => {
    await tx.delete(liveEvents).where(lt(liveEvents.at, ago('1 hour')))
    await tx.delete(attempts).where(lt(attempts.windowStart, ago('1 hour')))
    await tx.delete(workerBeats).where(lt(workerBeats.beatAt, ago('1 day')))
    await tx
      .delete(personTokens)
      .where(or(lt(personTokens.expiresAt, ago('7 days')), lt(personTokens.usedAt, ago('7 days'))))
  })
}
