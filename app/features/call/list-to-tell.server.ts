import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { procedures } from '@db/schema/cases'
import { people } from '@db/schema/people'
import { visits } from '@db/schema/visits'
import { may } from '~/domain/people/permissions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** A time that others hear of by mail. */
export type ToTell = {
  readonly id: string
  readonly what: 'consult' | 'follow_up' | 'procedure'
  readonly startsAt: Date
  readonly caseId: string | null
  readonly patient: { readonly id: string; readonly name: string; readonly phone: string | null }
}

/** Times to come of patients without an e-mail: no mail tells or reminds them, so somebody calls. The nearest first. */
export function listToTell(context: Context): Promise<ToTell[]> {
  return transact(context, async (tx) => {
    if (!may.askByPhone(context.actor)) return []
    const patient = { id: people.id, name: people.name, phone: people.phone }
    const reachedByPhone = and(isNull(people.email), isNull(people.disabledAt))
    const talks = await tx
      .select({ id: visits.id, what: visits.kind, startsAt: visits.startsAt, patient })
      .from(visits)
      .innerJoin(people, and(eq(people.id, visits.patientId), reachedByPhone))
      .where(and(inArray(visits.state, ['booked', 'waiting']), gt(visits.startsAt, context.now)))
      .orderBy(asc(visits.startsAt))
    const booked = await tx
      .select({ id: procedures.id, startsAt: procedures.startsAt, caseId: procedures.caseId, patient })
      .from(procedures)
      .innerJoin(people, and(eq(people.id, procedures.patientId), reachedByPhone))
      .where(and(eq(procedures.state, 'booked'), gt(procedures.startsAt, context.now)))
    const all: ToTell[] = [
      ...talks.map((row) => ({ ...row, caseId: null })),
      ...booked.map((row) => ({ ...row, what: 'procedure' as const })),
    ]
    await recordAudit(
      tx,
      context,
      all.map(({ id, what, patient: { id: patientId } }) => ({
        did: what === 'procedure' ? 'procedure.list' : 'visit.list',
        patientId,
        thing: what === 'procedure' ? 'procedure' : 'visit',
        thingId: id,
      })),
    )
    return all.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  })
}
