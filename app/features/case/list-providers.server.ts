import { recordAudit } from '@db/audit'
import { locations, people, weeklyHours } from '@db/schema/people'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { transact } from '../context'
import type { Context } from '../context'

/** Providers who do procedures, with the locations where they do them. */
export async function listProviders(
  context: Context,
): Promise<{ id: string; name: string; locations: { id: string; name: string }[] }[]> {
  return transact(context, async (tx) => {
    await recordAudit(tx, context, { did: 'provider.list' })
    const rows = await tx
      .selectDistinct({ id: people.id, name: people.name, locationId: locations.id, locationName: locations.name })
      .from(weeklyHours)
      .innerJoin(people, eq(people.id, weeklyHours.providerId))
      .innerJoin(locations, eq(locations.id, weeklyHours.locationId))
      .where(and(eq(weeklyHours.kind, 'procedure'), isNull(people.disabledAt), isNull(locations.retiredAt)))
      .orderBy(asc(people.name))
    const providers = new Map<string, { id: string; name: string; locations: { id: string; name: string }[] }>()
    for (const row of rows) {
      const known = providers.get(row.id) ?? { id: row.id, name: row.name, locations: [] }
      known.locations.push({ id: row.locationId, name: row.locationName })
      providers.set(row.id, known)
    }
    return [...providers.values()]
  })
}
