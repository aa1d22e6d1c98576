import type { TransactionSql } from 'postgres'
import type { Actor } from '~/domain/people/actor'
import type { TestDatabase } from './database'

type Failed = { code?: string; constraint_name?: string; message?: string }

/** How an attack ended: it changed or read rows, found none, or was stopped by a constraint or a missing right. */
export type Ending = 'done' | 'nothing' | 'denied' | (string & {})

const denied = '42501'

/**
 * Tries SQL with exactly the rights of this actor, in one transaction that also records the person it is about (null: it
 * records nothing), as a program with a flaw would. Returns 'done', 'nothing' when no row was touched, 'denied' without the
 * right, or the name of the constraint or SQLSTATE that stopped it.
 */
export async function attempt(
  database: TestDatabase,
  actor: Actor,
  about: string | null,
  work: (sql: TransactionSql) => PromiseLike<{ count: number }>,
): Promise<Ending> {
  try {
    const touched = await database.app.pool.begin(async (sql) => {
      await sql.unsafe(`set local role ilium_${actor.role}`)
      await sql`select set_config('app.actor', ${actor.id}, true)`
      if (about !== null)
        await sql`insert into audit_rows (at, actor_id, actor_role, did, patient_id, request_id)
          values (now(), ${actor.id}, ${actor.role}, 'attack.try', ${about}, 'attack')`
      return (await work(sql)).count
    })
    return touched > 0 ? 'done' : 'nothing'
  } catch (error) {
    const { code, constraint_name: constraint, message } = error as Failed
    return constraint ?? (code === denied ? 'denied' : (code ?? message ?? 'failed'))
  }
}
