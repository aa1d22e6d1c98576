import { sql } from 'drizzle-orm'
import { systemActor } from '~/domain/people/actor'
import type { Database } from './client'
import { workerBeats } from './schema/records'
import { withTx } from './tx'

const realNow = sql`clock_timestamp()`

/** Says that these workers live. */
export async function beat(database: Database, workerIds: readonly string[]): Promise<void> {
  if (workerIds.length === 0) return
  await withTx(database, systemActor, (tx) =>
    tx
      .insert(workerBeats)
      .values(workerIds.map((workerId) => ({ workerId, beatAt: realNow })))
      .onConflictDoUpdate({ target: workerBeats.workerId, set: { beatAt: realNow } }),
  )
}
