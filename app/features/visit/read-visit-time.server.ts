import { asc, eq } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { admissions, presences, visits } from '@db/schema/visits'
import { isOpaqueId } from '~/domain/opaque-id'
import { may } from '~/domain/people/permissions'
import { refuse } from '~/domain/refusal'
import { visitTime } from '~/domain/visit/visit-time'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

/** How long provider and patient were together, measured from both sides, with where the number comes from; refuses `missing`. */
export function readVisitTime(context: Context, { visitId }: { visitId: string }) {
  return transact(context, async (tx) => {
    const missing = refuse('missing', 'There is no such visit.')
    if (!may.readChart(context.actor) || !isOpaqueId(visitId)) return missing
    const [visit] = await tx.select().from(visits).where(eq(visits.id, visitId))
    if (!visit) return missing
    const known = await tx.select().from(admissions).where(eq(admissions.visitId, visitId))
    const roles = new Map(known.map((admission) => [admission.identity, admission.role]))
    const rows = await tx
      .select()
      .from(presences)
      .where(eq(presences.visitId, visitId))
      .orderBy(asc(presences.joinedAt))
    await recordAudit(tx, context, {
      did: 'visit.read_time',
      patientId: visit.patientId,
      thing: 'visit',
      thingId: visitId,
    })
    const stays = rows.flatMap(({ identity, joinedAt, leftAt, source }) => {
      const role = roles.get(identity)
      return role ? [{ role, joinedAt, leftAt, source }] : []
    })
    return visitTime(stays, visit.endedAt ?? context.now)
  })
}
