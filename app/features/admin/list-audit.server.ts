import { and, count, desc, eq, gte, inArray, lt, or } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { people } from '@db/schema/people'
import { auditRows } from '@db/schema/records'
import { isOpaqueId } from '~/domain/opaque-id'
import { transact } from '../context'
import type { Context } from '../context'

const perPage = 100

/** Whose record or account a row is about. */
function subjectOf(row: { patientId: string | null; thing: string | null; thingId: string | null }): string | null {
  return row.patientId ?? (row.thing === 'person' ? row.thingId : null)
}

/** The newest audit rows, or those before a row's number; of one person when asked: what they did and what was done to their record. */
export function listAudit(context: Context, wish: { personId: string | null; before: number | null; since: Date }) {
  const personId = wish.personId && isOpaqueId(wish.personId) ? wish.personId : null
  const ofPerson = personId
    ? or(eq(auditRows.actorId, personId), eq(auditRows.patientId, personId), eq(auditRows.thingId, personId))
    : undefined
  return transact(context, async (tx) => {
    const rows = await tx
      .select()
      .from(auditRows)
      .where(and(ofPerson, wish.before === null ? undefined : lt(auditRows.id, wish.before)))
      .orderBy(desc(auditRows.id))
      .limit(perPage)
    const today = await tx
      .select({ rows: count() })
      .from(auditRows)
      .where(and(ofPerson, gte(auditRows.at, wish.since)))
    const ids = new Set(rows.flatMap((row) => [row.actorId, subjectOf(row) ?? row.actorId]))
    if (personId) ids.add(personId)
    const named =
      ids.size === 0
        ? []
        : await tx
            .select({ id: people.id, name: people.name })
            .from(people)
            .where(inArray(people.id, [...ids]))
    await recordAudit(tx, context, { did: 'audit.read', patientId: personId, thing: 'audit' })
    const names = new Map(named.map((person) => [person.id, person.name]))
    return {
      rows: rows.map((row) => ({
        ...row,
        actorName: names.get(row.actorId) ?? null,
        subjectId: subjectOf(row),
        subjectName: names.get(subjectOf(row) ?? '') ?? null,
      })),
      today: today[0]?.rows ?? 0,
      person: personId ? { id: personId, name: names.get(personId) ?? null } : null,
      next: rows.length === perPage ? (rows.at(-1)?.id ?? null) : null,
    }
  })
}
