import { and, gt, or, sql } from 'drizzle-orm'
import { systemActor } from '~/domain/people/actor'
import type { Database } from './client'
import { liveEvents } from './schema/records'
import { withTx } from './tx'

export type LiveEvent = { id: number; topic: string; patientId: string | null; visitId: string | null }

/** A transaction that took its event number early may commit after later numbers: recent events are read again. */
const lateCommitSeconds = 15

const columns = {
  id: liveEvents.id,
  topic: liveEvents.topic,
  patientId: liveEvents.patientId,
  visitId: liveEvents.visitId,
}
const recent = gt(liveEvents.at, sql`clock_timestamp() - make_interval(secs => ${lateCommitSeconds})`)

/** Events of the last seconds, oldest first. */
export function recentLiveEvents(database: Database): Promise<LiveEvent[]> {
  return withTx(database, systemActor, (tx) => tx.select(columns).from(liveEvents).where(recent).orderBy(liveEvents.id))
}

/** Events after this number, and recent ones that may have been committed late; at most a thousand, newest last. */
export async function liveEventsAfter(database: Database, id: number): Promise<LiveEvent[]> {
  const rows = await withTx(database, systemActor, (tx) =>
    tx
      .select(columns)
      .from(liveEvents)
      .where(and(or(gt(liveEvents.id, id), recent)))
      .orderBy(sql`${liveEvents.id} desc`)
      .limit(1000),
  )
  return rows.toReversed()
}
