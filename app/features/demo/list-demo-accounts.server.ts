import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { withTx } from '@db/tx'
import { systemActor } from '~/domain/people/actor'
import type { Context } from '../context'

/** The invented people one can sign in as, patients first: only the demo and tests ask. */
export function listDemoAccounts(context: Context) {
  return withTx(context.database, systemActor, async (tx) => {
    await recordAudit(tx, { ...context, actor: systemActor }, { did: 'demo.list-accounts' })
    const rows = await tx
      .select({ name: people.name, email: people.email, note: people.demoNote })
      .from(people)
      .where(and(eq(people.demo, true), isNotNull(people.demoNote), isNull(people.disabledAt)))
      .orderBy(
        sql`array_position(array['patient','provider','scheduler','admin'], ${people.role})`,
        people.createdAt,
        people.name,
      )
    return rows.flatMap(({ email, ...row }) => (email === null ? [] : [{ ...row, email }]))
  })
}
