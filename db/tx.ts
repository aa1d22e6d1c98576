import { sql } from 'drizzle-orm'
import type { Actor } from '~/domain/people/actor'
import type { Database, Tx } from './client'

/** Refuses statements once the transaction has settled, so that none can run outside it. */
function guarded(tx: Tx, isOver: () => boolean): Tx {
  return new Proxy(tx, {
    get(target, name) {
      if (isOver()) throw new Error('This transaction is over: its connection was lost or it has already settled.')
      const member: unknown = Reflect.get(target, name, target)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

/**
 * Runs `work` in one transaction with the database rights of the actor's role and, for row-level security, the actor's id.
 * Commits when `work` resolves, rolls back when it throws. A statement after the outer promise has settled is refused.
 */
export async function withTx<T>(database: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  let over = false
  try {
    return await database.handle.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local role ilium_${actor.role}`))
      await tx.execute(sql`select set_config('app.actor', ${actor.id}, true)`)
      return work(guarded(tx as Tx, () => over))
    })
  } finally {
    over = true
  }
}
