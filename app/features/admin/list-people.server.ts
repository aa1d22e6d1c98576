import { eq, inArray, sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people, sessions } from '@db/schema/people'
import type { Role } from '~/domain/people/actor'
import { transact } from '../context'
import type { Context } from '../context'

const staff: Role[] = ['provider', 'scheduler', 'admin']

/** People of the portal with their role, second factor and last sign of life; `patients` or everybody who works here. */
export function listPeople(context: Context, wish: { show: 'staff' | 'patients' }) {
  return transact(context, async (tx) => {
    const seen = sql<string | null>`max(${sessions.lastSeenAt})`
    const rows = await tx
      .select({
        id: people.id,
        name: people.name,
        title: people.credentialsTitle,
        email: people.email,
        role: people.role,
        verifiedAt: people.emailVerifiedAt,
        disabledAt: people.disabledAt,
        lastSeen: seen,
        secondFactor: sql<boolean>`${people.id} in (select app.people_with_second_factor())`,
      })
      .from(people)
      .leftJoin(sessions, eq(sessions.personId, people.id))
      .where(inArray(people.role, wish.show === 'staff' ? staff : ['patient']))
      .groupBy(people.id)
      .orderBy(sql`array_position(array['provider','scheduler','admin','patient'], ${people.role})`, people.name)
    await recordAudit(tx, context, { did: 'person.list', thing: wish.show, fields: ['name', 'email', 'role'] })
    return rows.map(({ lastSeen, ...row }) => ({ ...row, lastSeenAt: lastSeen === null ? null : new Date(lastSeen) }))
  })
}
