import { sql } from 'drizzle-orm'
import type { Span } from '~/domain/schedule/span'
import type { Tx } from './client'

/** When each of these resources is taken between two instants, by whomever; holds that have expired at `asOf` do not count. */
export async function busySpans(
  tx: Tx,
  resourceIds: readonly string[],
  from: Date,
  until: Date,
  asOf: Date,
): Promise<Map<string, Span[]>> {
  const spans = new Map<string, Span[]>(resourceIds.map((id) => [id, []]))
  if (resourceIds.length === 0) return spans
  const ids = sql.join(
    resourceIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  const rows = await tx.execute<{ resource_id: string; from_instant: string; until_instant: string }>(
    sql`select resource_id, from_instant, until_instant from app.busy_spans(array[${ids}], ${from.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz, ${asOf.toISOString()}::timestamptz)`,
  )
  for (const row of rows) {
    spans.get(row.resource_id)?.push({ from: new Date(row.from_instant), to: new Date(row.until_instant) })
  }
  return spans
}
