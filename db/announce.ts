import type { Tx } from './client'
import { liveEvents } from './schema/records'

const topics = ['visit', 'intake', 'urgent', 'case', 'diary', 'note', 'people', 'session', 'clock'] as const
export type Topic = (typeof topics)[number]

/** Tells open pages, once this transaction has committed, that something of this patient changed. Ids only. */
export async function announce(tx: Tx, change: { topic: Topic; patientId?: string; visitId?: string }): Promise<void> {
  await tx
    .insert(liveEvents)
    .values({ topic: change.topic, patientId: change.patientId ?? null, visitId: change.visitId ?? null })
}
