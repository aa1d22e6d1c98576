import { sql } from 'drizzle-orm'
import type { Tx } from './client'

/** Jobs by name; their handlers live in app/jobs. */
export type Jobs = {
  'send-mail': { mailId: string }
  'remind-visit': { visitId: string; startsAt: string }
  'miss-visit': { visitId: string; startsAt: string }
  'remind-diary': { procedureId: string; slot: string }
  'escalate-urgent': { urgentItemId: string }
  'close-room': { visitId: string; room: string }
  'reconcile-presence': { visitId: string }
}

/** Queues a job in this transaction: it commits with the change or not at all. A second call with the same key replaces the first. */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx,
  task: Name,
  payload: Jobs[Name],
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  const runAt = options.runAt?.toISOString() ?? null
  await tx.execute(
    sql`select app.enqueue(${task}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${runAt}::timestamptz)`,
  )
}

/** Takes a queued job back, in this transaction. */
export async function dequeue(tx: Tx, key: string): Promise<void> {
  await tx.execute(sql`select app.dequeue(${key})`)
}
