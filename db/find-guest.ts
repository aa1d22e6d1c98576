import { visitorActor } from '~/domain/people/actor'
import type { GuestKind } from '~/domain/visit/visit'
import { sql } from 'drizzle-orm'
import type { Database, Tx } from './client'
import { withTx } from './tx'

export type FoundGuest = { id: string; visitId: string; name: string; kind: GuestKind }

type Row = {
  id: string
  visit_id: string
  patient_id: string
  name: string
  kind: GuestKind
  refused_at: string | Date | null
}

/** Whom the secret of a link with this hash stands for, unless it has expired. Needs the visitor's transaction. */
export async function guestOfLink(tx: Tx, tokenHash: string, now: Date): Promise<Row | null> {
  const rows = await tx.execute<Row>(sql`select * from app.find_guest(${tokenHash}, ${now.toISOString()}::timestamptz)`)
  return rows[0] ?? null
}

/** The guest whose link has this hash, unless it has expired or the patient has said no. */
export async function findGuest(database: Database, tokenHash: string, now: Date): Promise<FoundGuest | null> {
  const row = await withTx(database, visitorActor, (tx) => guestOfLink(tx, tokenHash, now))
  return row && row.refused_at === null ? { id: row.id, visitId: row.visit_id, name: row.name, kind: row.kind } : null
}
