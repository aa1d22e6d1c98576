import { and, eq, gt } from 'drizzle-orm'
import { visitorActor } from '~/domain/people/actor'
import type { GuestKind } from '~/domain/visit/visit'
import type { Database } from './client'
import { guests } from './schema/visits'
import { withTx } from './tx'

export type FoundGuest = { id: string; visitId: string; name: string; kind: GuestKind }

/** The guest whose link has this hash, unless it has expired. */
export async function findGuest(database: Database, tokenHash: string, now: Date): Promise<FoundGuest | null> {
  const rows = await withTx(database, visitorActor, (tx) =>
    tx
      .select({ id: guests.id, visitId: guests.visitId, name: guests.name, kind: guests.kind })
      .from(guests)
      .where(and(eq(guests.tokenHash, tokenHash), gt(guests.expiresAt, now))),
  )
  return rows[0] ?? null
}
