import { visitJobs } from '~/domain/schedule/visit-reminders'
import type { Tx } from './client'
import { dequeue, enqueue } from './enqueue'

/**
 * Queues the reminders of a visit and the check that somebody came, in this transaction. Called again after a move it
 * replaces them; a reminder whose moment has passed is taken back.
 */
export async function queueVisitJobs(tx: Tx, visit: { id: string; startsAt: Date }, now: Date): Promise<void> {
  for (const job of visitJobs(visit)) {
    if (job.runAt <= now) await dequeue(tx, job.key)
    else {
      const payload = { visitId: visit.id, startsAt: visit.startsAt.toISOString() }
      await enqueue(tx, job.task, payload, { key: job.key, runAt: job.runAt })
    }
  }
}

/** Takes back everything that was queued for a visit. */
export async function dropVisitJobs(tx: Tx, visitId: string): Promise<void> {
  for (const job of visitJobs({ id: visitId, startsAt: new Date(0) })) await dequeue(tx, job.key)
}
